/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For tests of whole pages: that their markup is sound, also where the plan's words are hostile. */
#ifndef PEJLING_TESTS_WHOLE_PAGE_H
#define PEJLING_TESTS_WHOLE_PAGE_H

#include "page_world.h"

#define DEEPEST 32

static inline bool is_void(const char *name, size_t length)
{
    static const char *const names[] = {"!DOCTYPE", "meta", "img", "br"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strlen(names[i]) == length && strncmp(name, names[i], length) == 0)
            return true;
    return false;
}

/* Every tag that opens is closed, the last one first, and no `<` or `"` stands astray. */
static inline void assert_tags_close(const char *page)
{
    const char *open[DEEPEST];
    size_t sizes[DEEPEST], depth = 0;
    for (const char *at = page; (at = strchr(at, '<'));) {
        bool closing = at[1] == '/';
        const char *name = at + 1 + closing;
        size_t size = strcspn(name, " >\n");
        const char *end = name + strcspn(name, "<>");
        assert_int_equal(*end, '>');
        if (closing) {
            assert_true(depth > 0);
            depth--;
            assert_int_equal(size, sizes[depth]);
            assert_memory_equal(name, open[depth], size);
        } else if (!is_void(name, size)) {
            assert_true(depth < DEEPEST);
            open[depth] = name;
            sizes[depth++] = size;
        }
        at = end;
    }
    assert_int_equal(depth, 0);
}

/* A field of CSV with markup in it that ends an attribute, an element and a comment. */
#define HOSTILE(name) "\"<b x='y'>&\"\"" name "\"\"--></title></td>\""
#define ESCAPED(name)                                                                              \
    "&lt;b x=&#39;y&#39;&gt;&amp;&quot;" name "&quot;--&gt;&lt;/title&gt;&lt;/td&gt;"

static inline void hostile_folder(struct plan_folder *folder)
{
    static const char hostile_plan[] = "nøgle;værdi\ntitel;" HOSTILE(
        "titel") "\nplanstart;2021-10-01\nplanslut;2025-09-30\nbasisår;"
                 "2021\nudgave;" HOSTILE("udgave") "\n";
    static const char hostile_areas[] = AREAS_HEADER "by;" HOSTILE(
        "by") ";kommune;;;;;\n"
              "nord;" HOSTILE("nord") ";område;by;;;;" HOSTILE(
                  "areanote") "\n"
                              "nord_1;" HOSTILE("afdeling") ";afdeling;nord;2020-01-01;;;\n"
                                                            "syd;" HOSTILE(
                                                                "syd") ";område;by;;;;\n";
    static const char hostile_indicators[] =
        "kode;navn;kort_navn;mål;målgruppe;type;enhed;god_retning;opgørelse;kilde;lbf_nr;note\n"
        "andelen;" HOSTILE("navn") ";" HOSTILE("kort") ";" HOSTILE("goal") ";" HOSTILE(
            "gruppe") ";"
                      "andel;" HOSTILE("enhed") ";op;kalenderår;" HOSTILE("kilde") ";1;" HOSTILE(
                          "note") "\n";
    static const char hostile_breaks[] =
        "indikator;område;periode;årsag\nandelen;nord;2022;" HOSTILE("brud") "\n";
    plan_folder_write(folder, "plan.csv", hostile_plan);
    plan_folder_write(folder, "omraader.csv", hostile_areas);
    plan_folder_write(folder, "indikatorer.csv", hostile_indicators);
    plan_folder_write(folder, "brud.csv", hostile_breaks);
    plan_folder_write(folder, "observationer/<i>&.txt", "");
    plan_folder_figures(folder, "andelen;by;2021;;500;1000;;;\nandelen;nord;2021;;31;70;;;\n"
                                "andelen;syd;2021;;40;130;;;\n");
}

#endif
