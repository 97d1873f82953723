/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * hostile SCRIPTS [SEED]: draws so many figures of random hostile words through the real quoting, the
 * real figure scripts and the real gnuplot: each as SVG, each tenth as PNG and PDF too. Nothing may
 * be run, nothing may fail, each SVG must be well-formed XML (by expat), and its texts must be the
 * words, as they were quoted. Ends with what it found, and with 1 where that is anything.
 */
#include <dirent.h>
#include <expat.h>
#include <limits.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "pejling/base/file.h"
#include "pejling/present/gnuplot.h"

#include "../attack/chance.h"

#define WORDS 7        /* of a figure */
#define WORD_SIZE 4000 /* bytes */
#define MOST_TEXTS 200 /* of an SVG */
#define AT_ONCE 2      /* at work */
#define SVG_LIMIT ((size_t)1 << 22)
#define EACH_TENTH 10

struct drawn {
    struct arena *arena;
    struct diagnostics diagnostics;
    struct place place;
    char words[WORDS][WORD_SIZE];
    bool paper; /* PNG and PDF too */
    const char *name;
    struct gnuplot_job *figure, *pages; /* NULL for none */
};

struct found {
    unsigned long drawn, executed, failed, malformed, changed;
};

/* --- hostile words ---------------------------------------------------------------------------- */

/* What gnuplot, a shell, an SVG or a PDF would act on, were it given the chance. */
static const char *const pieces[] = {"`touch pwn`",
                                     "\"`touch pwn`\"",
                                     "'.system('touch pwn').'",
                                     "'; system 'touch pwn'; x='",
                                     "\n!touch pwn\n",
                                     "\r!touch pwn\r",
                                     "\r\n!touch pwn\r\n",
                                     "\\\n!touch pwn\n",
                                     "' at 1,1; !touch pwn\n",
                                     "|touch pwn",
                                     "< touch pwn",
                                     "'<touch pwn'",
                                     "$(touch pwn)",
                                     "\nset output '|touch pwn'\nreplot\n",
                                     "\nEND_OF_NUMBERS\n!touch pwn\n",
                                     "END_OF_NUMBERSX\n!touch pwn\n",
                                     "\nEOD\n!touch pwn\n",
                                     "\nexit status 42\n",
                                     "\nexit\n",
                                     "\ne\n",
                                     "} !touch pwn {",
                                     "\nload '< touch pwn'\n",
                                     "'",
                                     "''",
                                     "'''",
                                     "''''",
                                     "\"",
                                     "\"\"",
                                     "`",
                                     "``",
                                     "\\",
                                     "\\\\",
                                     "\\'",
                                     "\\n",
                                     "\\101",
                                     "#",
                                     ";",
                                     ",",
                                     "@text_name",
                                     "@M",
                                     "@",
                                     "%",
                                     "%%",
                                     "%s",
                                     "%n",
                                     "%g",
                                     "50 %",
                                     "{/:Bold x}",
                                     "{/Symbol a}",
                                     "_",
                                     "^",
                                     "{",
                                     "}",
                                     "&",
                                     "~",
                                     "&amp;",
                                     "&#0;",
                                     "&#x41;",
                                     "&#x",
                                     "&#",
                                     "&x;",
                                     "<",
                                     ">",
                                     "<b>",
                                     "</text>",
                                     "]]>",
                                     "<![CDATA[",
                                     "-->",
                                     "<script>x</script>",
                                     "<?xml?>",
                                     "<!DOCTYPE x>",
                                     "%%EOF",
                                     "endobj",
                                     "stream",
                                     "(",
                                     ")",
                                     "[",
                                     "]",
                                     "Ældre Ø Å",
                                     "å",
                                     "–",
                                     "’",
                                     " ",
                                     "  ",
                                     "\t",
                                     "\v",
                                     "\f",
                                     "\b",
                                     "\x01",
                                     "\x1B[31m",
                                     "\x7F",
                                     "\xC2\x80",
                                     "\xC2\x9B",
                                     "\xC2\xA0",
                                     "\xC2\xAD",
                                     "\xE2\x80\xA8",
                                     "\xE2\x80\xA9",
                                     "\xE2\x80\xAE",
                                     "\xE2\x80\xAB",
                                     "\xE2\x81\xA6",
                                     "\xE2\x81\xA9",
                                     "\xEF\xBB\xBF",
                                     "\xEF\xBF\xBE",
                                     "\xEF\xBF\xBF",
                                     "\xED\xA0\x80",
                                     "\xC0\xAF",
                                     "\xFF",
                                     "\xC3",
                                     "\xF4\x90\x80\x80",
                                     "\xF0\x9F\x98\x80",
                                     "e\xCC\x81"};

#define PIECES (sizeof pieces / sizeof *pieces)

static void add(char *word, const char *piece)
{
    if (strlen(word) + strlen(piece) < WORD_SIZE)
        strcat(word, piece);
}

/* Three kinds: pieces put together, one piece over and over, and any bytes at all. */
static void make_word(struct chance *chance, char *word)
{
    char byte[2] = "";
    const char *piece = pieces[chance_between(chance, 0, PIECES - 1)];
    long kind = chance_between(chance, 0, 9);
    long length = chance_between(chance, 1, kind < 7 ? 12 : 300);
    *word = '\0';
    for (long i = 0; i < length; i++) {
        *byte = (char)chance_between(chance, 1, 255);
        if (kind < 7)
            piece = pieces[chance_between(chance, 0, PIECES - 1)];
        add(word, kind < 9 ? piece : byte);
    }
}

/* --- drawing ---------------------------------------------------------------------------------- */

static struct gnuplot_script *script_of(struct drawn *drawn)
{
    static const struct text_style name = {"text_name", 20, false};
    struct gnuplot_script *script = gnuplot_script_new(&drawn->place);
    gnuplot_load(script, "trend.gp");
    for (int i = 0; i < WORDS; i++)
        gnuplot_label(script, &name, 20, 40 * i + 30, drawn->words[i]);
    gnuplot_paragraph(script, &name, (struct text_box){1000, 30, 300, 30, 5}, drawn->words[0]);
    gnuplot_load(script, "words.gp");
    return script;
}

static void begin(struct drawn *drawn, struct chance *chance, const char *plots,
                  unsigned long number)
{
    *drawn = (struct drawn){.arena = arena_new(), .paper = number % EACH_TENTH == 0};
    drawn->diagnostics.arena = drawn->arena;
    drawn->place = (struct place){&drawn->diagnostics, ".", plots};
    drawn->name = arena_printf(drawn->arena, "p%lu", number % AT_ONCE);
    for (int i = 0; i < WORDS; i++)
        make_word(chance, drawn->words[i]);
    const struct gnuplot_figure figure = {.script = script_of(drawn),
                                          .name = drawn->name,
                                          .title = drawn->words[1],
                                          .summary = drawn->words[2],
                                          .width = 1400,
                                          .height = 400,
                                          .only_svg = !drawn->paper};
    drawn->figure = gnuplot_start(&drawn->place, &figure, 1);
    if (drawn->paper)
        drawn->pages = gnuplot_start_pages(
            &drawn->place, arena_printf(drawn->arena, "%s.pdf", drawn->name), &figure, 1);
}

/* --- what came of it -------------------------------------------------------------------------- */

struct svg {
    bool in_text;
    size_t count;
    char texts[MOST_TEXTS][WORD_SIZE];
};

static void element_begins(void *user, const XML_Char *name, const XML_Char **attributes)
{
    struct svg *svg = user;
    (void)attributes;
    if (strcmp(name, "text") == 0 && svg->count < MOST_TEXTS) {
        svg->in_text = true;
        svg->texts[svg->count++][0] = '\0';
    }
}

static void element_ends(void *user, const XML_Char *name)
{
    struct svg *svg = user;
    if (strcmp(name, "text") == 0)
        svg->in_text = false;
}

static void characters(void *user, const XML_Char *bytes, int length)
{
    struct svg *svg = user;
    char *text = svg->in_text ? svg->texts[svg->count - 1] : NULL;
    if (text && strlen(text) + (size_t)length < WORD_SIZE)
        strncat(text, bytes, (size_t)length);
}

static bool has_text(const struct svg *svg, const char *text)
{
    for (size_t i = 0; i < svg->count; i++)
        if (strcmp(svg->texts[i], text) == 0)
            return true;
    return false;
}

/* Whether each word stands in the SVG as a text of its own. */
static bool has_words(struct drawn *drawn, const struct svg *svg)
{
    for (int i = 0; i < WORDS; i++) {
        char *quoted = arena_copy(drawn->arena, gnuplot_quote(drawn->arena, drawn->words[i]));
        quoted[strlen(quoted) - 1] = '\0';
        if (!has_text(svg, quoted + 1))
            return false;
    }
    return true;
}

static void read_svg(struct drawn *drawn, struct found *found)
{
    static struct svg svg;
    const char *path = arena_printf(drawn->arena, "figurer/%s.svg", drawn->name);
    const struct input_file file = {path, path, PROBLEM_FILE};
    size_t length;
    const char *bytes = file_read(&drawn->diagnostics, &file, SVG_LIMIT, &length);
    XML_Parser parser = XML_ParserCreate(NULL);
    svg = (struct svg){.count = 0};
    XML_SetUserData(parser, &svg);
    XML_SetElementHandler(parser, element_begins, element_ends);
    XML_SetCharacterDataHandler(parser, characters);
    if (!bytes || XML_Parse(parser, bytes, (int)length, 1) != XML_STATUS_OK)
        found->malformed++;
    else
        found->changed += !has_words(drawn, &svg);
    XML_ParserFree(parser);
}

/* Files that nobody here names: `pwn`, or whatever a command would leave. */
static bool is_ours(const char *name)
{
    return *name == '.' || strcmp(name, "figurer") == 0 || strcmp(name, "p0.pdf") == 0 ||
           strcmp(name, "p1.pdf") == 0;
}

static void look_for_strangers(struct found *found)
{
    DIR *folder = opendir(".");
    for (struct dirent *entry; folder && (entry = readdir(folder));)
        if (!is_ours(entry->d_name)) {
            found->executed++;
            unlink(entry->d_name);
        }
    if (folder)
        closedir(folder);
}

static void show(const struct drawn *drawn, const struct found *before, const struct found *found)
{
    if (memcmp(before, found, sizeof *found) == 0)
        return;
    for (int i = 0; i < WORDS; i++) {
        printf("    ");
        for (const char *c = drawn->words[i]; *c; c++)
            printf(*c > ' ' && *c < 0x7F && *c != '\\' ? "%c" : "\\x%02X", (unsigned char)*c);
        printf("\n");
    }
    diagnostics_print(&drawn->diagnostics, stdout);
}

static void end(struct drawn *drawn, struct found *found)
{
    if (!drawn->arena)
        return;
    const struct found before = *found;
    bool figure = gnuplot_finish(drawn->figure);
    bool pages = !drawn->pages || gnuplot_finish(drawn->pages);
    if (figure && pages)
        read_svg(drawn, found);
    else
        found->failed++;
    look_for_strangers(found);
    show(drawn, &before, found);
    found->drawn++;
    arena_free(drawn->arena);
    drawn->arena = NULL;
}

int main(int count, char **arguments)
{
    unsigned long scripts = count > 1 ? strtoul(arguments[1], NULL, 10) : 0;
    struct chance chance = {count > 2 ? strtoull(arguments[2], NULL, 10) : 1};
    struct drawn drawn[AT_ONCE] = {{0}};
    struct found found = {0};
    char folder[] = "/tmp/hostile-XXXXXX";
    char here[PATH_MAX], plots[PATH_MAX + sizeof "/plots"] = "";
    if (getcwd(here, sizeof here))
        snprintf(plots, sizeof plots, "%s/plots", here);
    if (!scripts || access(plots, R_OK) || !mkdtemp(folder) || chdir(folder) ||
        mkdir("figurer", 0700)) {
        fprintf(stderr, "hostile SCRIPTS [SEED], where the folder plots is\n");
        return 2;
    }
    for (unsigned long i = 0; i < scripts + AT_ONCE; i++) {
        end(&drawn[i % AT_ONCE], &found);
        if (i < scripts)
            begin(&drawn[i % AT_ONCE], &chance, plots, i);
    }
    printf("%lu scripts: %lu executed, %lu failed, %lu malformed, %lu changed\n", found.drawn,
           found.executed, found.failed, found.malformed, found.changed);
    file_remove_tree(folder);
    return found.executed || found.failed || found.malformed || found.changed;
}
