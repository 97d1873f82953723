/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/seminar_workbook.h"

#include <string.h>

#include "pejling/present/figure_frame.h"
#include "pejling/present/followup.h"
#include "pejling/present/glossary.h"
#include "pejling/present/headline.h"
#include "pejling/present/hidden_notes.h"
#include "pejling/present/hidden_sheet.h"
#include "pejling/present/method_words.h"
#include "pejling/present/news_sheet.h"
#include "pejling/present/overview_sheet.h"
#include "pejling/present/questions.h"
#include "pejling/present/series_sheet.h"
#include "pejling/present/tables.h"
#include "pejling/present/target_table.h"
#include "pejling/present/theory_table.h"
#include "pejling/present/wording.h"
#include "pejling/present/workbook.h"

/* Those from TARGETS to NEWS only where the plan has something for them. */
enum page {
    READ_ME,
    OVERVIEW,
    FOLLOWUP,
    TARGETS,
    THEORY,
    QUESTIONS,
    NEWS,
    NUMBERS,
    SERIES,
    HIDDEN,
    METHOD,
    PAGES
};

#define LINES 8           /* at most, above a table */
#define COLUMNS_A_PAGE 20 /* that can be read on A4 */

struct author {
    struct arena *arena;
    enum language language;
    const struct findings *findings;
    const struct plan *plan;
    const struct news *news; /* NULL for none */
    bool internal;
};

static const char *const names[PAGES][2] = {[READ_ME] = {"Læs mig", "Read me"},
                                            [OVERVIEW] = {"Overblik", "Overview"},
                                            [FOLLOWUP] = {"Opfølgning", "Follow-up"},
                                            [TARGETS] = {"Måltal", "Targets"},
                                            [THEORY] = {"Forandringsteori", "Theory of change"},
                                            [QUESTIONS] = {"Spørgsmål", "Questions"},
                                            [NEWS] = {"Nyt", "News"},
                                            [NUMBERS] = {"Tal", "Numbers"},
                                            [SERIES] = {"Serier", "Series"},
                                            [HIDDEN] = {"Skjult", "Hidden"},
                                            [METHOD] = {"Metode", "Method"}};

/* Beside the sheet of series, where it has charts. */
static const char *const chart_sheet[2] = {"Kurver", "Charts"};

/* What each sheet holds: a line at its head, and in the list of sheets. */
static const char *const purposes[PAGES][2] = {
    [READ_ME] = {"Hvad der står hvor, og hvordan tallene læses",
                 "What is where, and how to read it"},
    [OVERVIEW] =
        {"Områdernes afstand til kommunen: indsnævres den, udvides den, eller kan det ikke "
         "afgøres?",
         "The gap of the areas to the municipality: does it narrow, widen, or can that not "
         "be determined?"},
    [FOLLOWUP] =
        {"Opfølgning på mål og indikatorer: baseline, seneste måling, afstand og vurdering",
         "Follow-up of goals and indicators: baseline, latest figure, gap and verdict"},
    [TARGETS] = {"Bestyrelsens måltal, og hvordan det går med hvert af dem",
                 "The board's targets, and how each of them stands"},
    [THEORY] = {"Forandringsteorien skridt for skridt, og hvad tallene viser i hvert område",
                "The theory of change step by step, and what the figures show in each area"},
    [QUESTIONS] = {"Spørgsmål til seminaret, som tallene giver anledning til",
                   "Questions for the seminar that the figures give reason to ask"},
    [NEWS] = {"Hvad der er nyt siden en tidligere udgave", "What is new since an earlier edition"},
    [NUMBERS] = {"Alle tal, ét pr. række, med interval, metode og grund, hvor der ikke er noget "
                 "tal. Arket er til skærmen; på papir fylder det mange sider",
                 "Every number, one a row, with interval, method and the reason where there is "
                 "none. The sheet is for the screen; on paper it takes many pages"},
    [SERIES] = {"Niveauerne side om side: en række pr. måling, en kolonne pr. område",
                "The levels side by side: a row a figure, a column an area"},
    [HIDDEN] = {"Hvad udgaven ikke viser, og hvorfor", "What the edition does not show, and why"},
    [METHOD] = {"Metoderne bag tallene, og hvad ordene betyder",
                "The methods behind the numbers, and what the words mean"}};

static const char *words(const struct author *author, const char *const pair[2])
{
    return say(author->language, pair[0], pair[1]);
}

/* ---- The lines above a table ------------------------------------------------------------------
 */

struct lines {
    struct book_line items[LINES];
    size_t count;
};

static void add_line(struct lines *lines, const char *text, enum book_style style)
{
    if (*text && lines->count < LINES)
        lines->items[lines->count++] = (struct book_line){text, style};
}

/* What the sheet is, and which edition it is of: in no sheet may the marks be missing. */
static struct lines head_of(const struct author *author, enum page page)
{
    struct lines lines = {.count = 0};
    bool marked = author->internal || author->plan->illustrative;
    add_line(&lines, words(author, purposes[page]), BOOK_TITLE);
    add_line(
        &lines,
        arena_printf(author->arena, "%s · %s %s", author->plan->title,
                     say(author->language, "udgave", "edition"),
                     wording_edition(author->arena, author->language, author->findings->table)),
        marked ? BOOK_MARK : BOOK_MUTED);
    return lines;
}

static struct book_sheet with_lines(const struct author *author, struct book_sheet sheet,
                                    const struct lines *lines)
{
    struct book_line *kept = arena_alloc(author->arena, lines->count, sizeof *kept);
    for (size_t i = 0; i < lines->count; i++)
        kept[i] = lines->items[i];
    sheet.lines = kept;
    sheet.line_count = lines->count;
    return sheet;
}

static struct book_sheet make_overview(const struct author *author)
{
    char confidence[NUMBER_TEXT];
    struct lines lines = head_of(author, OVERVIEW);
    figure_confidence(confidence, author->language, author->findings);
    add_line(&lines, matrix_gap_note(author->language), BOOK_PLAIN);
    add_line(&lines,
             arena_printf(
                 author->arena,
                 say(author->language,
                     "Pilen viser bedre (▲) eller værre (▼) efter indikatorens gode retning, "
                     "fortegnet hvilken vej afstanden har flyttet sig. Efter vurderingen står "
                     "intervallet for ændringen pr. år (%s pct.).",
                     "The arrow shows better (▲) or worse (▼) by the indicator's good direction, "
                     "the sign which way the gap has moved. Behind the verdict stands the interval "
                     "of the change a year (%s per cent)."),
                 confidence),
             BOOK_PLAIN);
    add_line(&lines, wording_no_cause(author->language), BOOK_MUTED);
    return with_lines(author,
                      overview_sheet(author->arena, author->language, author->findings,
                                     words(author, names[OVERVIEW])),
                      &lines);
}

/* One of the tables in the folder `tabeller`, below its lines. */
static struct book_sheet make_table(const struct author *author, enum page page, struct sheet cells,
                                    size_t frozen_columns, const struct lines *lines)
{
    return with_lines(
        author,
        (struct book_sheet){.name = words(author, names[page]),
                            .cells = cells,
                            .frozen_columns = frozen_columns,
                            .pages_wide = (unsigned)(1 + cells.column_count / COLUMNS_A_PAGE),
                            .widest = 22},
        lines);
}

static struct book_sheet make_followup(const struct author *author)
{
    struct lines lines = head_of(author, FOLLOWUP);
    add_line(&lines,
             arena_printf(author->arena,
                          say(author->language, "Baseline er den seneste måling til og med %d.",
                              "Baseline is the last figure up to %d."),
                          author->plan->baseline_year),
             BOOK_PLAIN);
    add_line(&lines, wording_no_cause(author->language), BOOK_MUTED);
    return make_table(author, FOLLOWUP,
                      followup_sheet(author->arena, author->language, author->findings), 4, &lines);
}

static struct book_sheet make_targets(const struct author *author)
{
    struct lines lines = head_of(author, TARGETS);
    add_line(&lines, wording_no_cause(author->language), BOOK_MUTED);
    return make_table(author, TARGETS,
                      target_sheet(author->arena, author->language, author->findings), 2, &lines);
}

static struct book_sheet make_theory(const struct author *author)
{
    struct lines lines = head_of(author, THEORY);
    add_line(&lines,
             say(author->language,
                 "Som forventet: afstanden har bevæget sig i den retning, som resultatet ventes at "
                 "give. Det siger ikke, hvorfor.",
                 "As expected: the gap has moved the way that the result is expected to move it. "
                 "That does not say why."),
             BOOK_PLAIN);
    add_line(&lines, matrix_gap_note(author->language), BOOK_PLAIN);
    add_line(&lines, wording_no_cause(author->language), BOOK_MUTED);
    return make_table(author, THEORY,
                      theory_sheet(author->arena, author->language, author->findings), 2, &lines);
}

static struct book_sheet make_news(const struct author *author)
{
    const struct news *news = author->news;
    struct lines lines = head_of(author, NEWS);
    struct sheet cells = news_sheet(author->arena, author->language, NEWS_FOR_READERS,
                                    news->compared, news->earlier);
    add_line(&lines, news->basis, BOOK_PLAIN);
    if (sheet_rows(&cells) == 0)
        add_line(&lines, news->items[0].text, BOOK_PLAIN); /* that nothing is */
    return make_table(author, NEWS, cells, 3, &lines);
}

/* No lines: an analyst's tools want the labels in the first row. The marks are in each row. */
static struct book_sheet make_numbers(const struct author *author)
{
    return (struct book_sheet){.name = words(author, names[NUMBERS]),
                               .cells =
                                   numbers_sheet(author->arena, author->language, author->findings),
                               .frozen_columns = 2,
                               .widest = 60};
}

static struct book_sheet make_series(const struct author *author)
{
    struct lines lines = head_of(author, SERIES);
    struct book_sheet sheet =
        series_sheet(author->arena, author->language, author->findings,
                     words(author, names[SERIES]), words(author, chart_sheet));
    add_line(&lines,
             say(author->language,
                 "Et skraveret felt er skjult, et tomt felt har ingen måling; bemærkningen siger "
                 "hvorfor. Tidspunktet er datoen, eller midten af perioden, som årstal med "
                 "decimaler.",
                 "A hatched cell is hidden, an empty one has no figure; the remark says why. The "
                 "point in time is the date, or the middle of the period, as a year with "
                 "decimals."),
             BOOK_PLAIN);
    if (sheet.chart_count)
        add_line(
            &lines,
            say(author->language,
                "Kurverne er af de faste indikatorer. En serie med databrud har ingen kurve her; "
                "dens figur ligger i mappen figurer.",
                "The charts are of the fixed indicators. A series with a break has no chart here; "
                "its figure lies in the folder figurer."),
            BOOK_MUTED);
    return with_lines(author, sheet, &lines);
}

static struct book_sheet make_hidden(const struct author *author)
{
    struct lines lines = head_of(author, HIDDEN);
    add_line(&lines,
             author->internal
                 ? say(author->language,
                       "Den interne udgave skjuler intet; her står, hvad der ikke er tal for.",
                       "The internal edition hides nothing; here stands what there are no figures "
                       "of.")
                 : hidden_notes_reason(author->arena, author->language, author->plan),
             BOOK_PLAIN);
    return with_lines(author,
                      hidden_sheet(author->arena, author->language, author->findings->table,
                                   words(author, names[HIDDEN])),
                      &lines);
}

/* ---- Pages of text ----------------------------------------------------------------------------
 */

/* On a page of text a row is a word and what is said of it. */
static const struct sheet_column text_columns[] = {{"word", ""}, {"text", ""}};

static void add_heading(struct book_sheet *sheet, const char *text)
{
    book_add_text(sheet, text, BOOK_HEADING);
    book_add_blank(sheet, BOOK_HEADING);
}

static void add_text(struct book_sheet *sheet, const char *word, enum book_style style,
                     const char *text)
{
    book_add_text(sheet, word, style);
    book_add_text(sheet, text, BOOK_PLAIN);
}

static struct book_sheet text_page(const struct author *author, enum page page)
{
    struct book_sheet sheet =
        book_sheet_make(author->arena, words(author, names[page]), text_columns,
                        sizeof text_columns / sizeof *text_columns);
    sheet.without_header = true;
    return sheet;
}

/* What is asked of one focus area. */
static void add_questions(const struct author *author, struct book_sheet *sheet,
                          const char *focus_area)
{
    const struct speaker speaker = {author->arena, author->language, author->findings};
    const struct questions questions = questions_of(&speaker, focus_area);
    if (questions.count)
        add_heading(sheet, focus_area);
    for (size_t i = 0; i < questions.count; i++) {
        add_text(sheet, arena_printf(author->arena, "%zu.", i + 1), BOOK_PLAIN,
                 questions.items[i].sentence.text);
    }
}

static struct book_sheet make_questions(const struct author *author)
{
    const struct catalogue *catalogue = author->findings->table->catalogue;
    const struct indicator **indicators = followup_indicators(author->arena, catalogue);
    struct book_sheet sheet = text_page(author, QUESTIONS);
    struct lines lines = head_of(author, QUESTIONS);
    for (size_t i = 0; i < catalogue->indicator_count; i++) {
        const char *focus_area = indicators[i]->focus_area;
        bool asked = !*focus_area;
        for (size_t j = 0; j < i && !asked; j++)
            asked = strcmp(indicators[j]->focus_area, focus_area) == 0;
        if (!asked)
            add_questions(author, &sheet, focus_area);
    }
    return with_lines(author, sheet, &lines);
}

static void add_signs(const struct author *author, struct book_sheet *sheet)
{
    static const struct {
        enum matrix_class class;
        const char *text[2];
    } signs[] = {
        {MATRIX_CLEARLY_BETTER,
         {"afstanden har flyttet sig i indikatorens gode retning; begge beregninger siger det, og "
          "det holder blandt de mange tests",
          "the gap has moved in the indicator's good direction; both calculations say so, and it "
          "stands among the many tests"}},
        {MATRIX_BETTER, {"det samme, men ikke lige så sikkert", "the same, less surely"}},
        {MATRIX_UNCHANGED,
         {"enhver ændring af betydning kan udelukkes", "every change that matters is ruled out"}},
        {MATRIX_WORSE,
         {"afstanden har flyttet sig mod indikatorens gode retning",
          "the gap has moved against the indicator's good direction"}},
        {MATRIX_CLEARLY_WORSE,
         {"det samme, og lige så sikkert som »klart« ovenfor",
          "the same, as sure as »clearly« above"}},
        {MATRIX_NARROWING,
         {"afstanden er blevet mindre, men ingen retning er den gode",
          "the gap has become smaller, but no direction is the good one"}},
        {MATRIX_WIDENING,
         {"afstanden er blevet større, men ingen retning er den gode",
          "the gap has become larger, but no direction is the good one"}},
        {MATRIX_UNTOLD,
         {"tallene er for få eller for usikre til at sige noget; det er ikke det samme som uændret",
          "the figures are too few or too uncertain to say; that is not the same as unchanged"}},
        {MATRIX_HIDDEN,
         {"kan ikke afgøres, fordi tallene er skjult",
          "cannot be determined because the figures are hidden"}},
    };
    add_heading(sheet, say(author->language, "Tegn og farver", "Signs and colours"));
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        add_text(sheet,
                 arena_printf(author->arena, "%s %s", matrix_class_symbol(signs[i].class),
                              matrix_class_word(author->language, signs[i].class)),
                 overview_style(signs[i].class), words(author, signs[i].text));
}

static void add_reading(const struct author *author, struct book_sheet *sheet)
{
    char confidence[NUMBER_TEXT];
    figure_confidence(confidence, author->language, author->findings);
    add_heading(sheet, say(author->language, "Sådan læses tallene", "How to read the numbers"));
    add_text(sheet, say(author->language, "Interval", "Interval"), BOOK_PLAIN,
             arena_printf(
                 author->arena,
                 say(author->language,
                     "Nedre og øvre grænse for, hvad tilfældig variation alene kan give (%s pct.). "
                     "Et tal uden interval har grunden i bemærkningen.",
                     "The limits of what random variation alone can give (%s per cent). A number "
                     "without an interval has the reason in its remark."),
                 confidence));
    add_text(sheet, say(author->language, "Resten af kommunen", "Rest of the municipality"),
             BOOK_PLAIN,
             arena_printf(author->arena, "%s %s",
                          say(author->language, "Kommunen uden områderne.",
                              "The municipality without the areas."),
                          matrix_gap_note(author->language)));
    add_text(sheet, say(author->language, "Decimaler", "Decimals"), BOOK_PLAIN,
             author->internal
                 ? say(author->language, "Cellerne rummer tallene i fuld præcision.",
                       "The cells hold the numbers in full.")
                 : say(author->language,
                       "Cellerne viser så mange decimaler, som der er mening i, og rummer højst "
                       "seks.",
                       "The cells show as many decimals as make sense, and hold no more than "
                       "six."));
}

static struct book_sheet make_read_me(const struct author *author, const bool *shown,
                                      bool has_charts)
{
    const struct catalogue *catalogue = author->findings->table->catalogue;
    const struct indicator **indicators = followup_indicators(author->arena, catalogue);
    const struct speaker speaker = {author->arena, author->language, author->findings};
    struct book_sheet sheet = text_page(author, READ_ME);
    struct lines lines = {.count = 0};
    char from[PERIOD_TEXT], to[PERIOD_TEXT];
    add_line(&lines, author->plan->title, BOOK_TITLE);
    add_line(&lines,
             arena_printf(author->arena, "%s %s · %s %s–%s",
                          say(author->language, "Udgave", "Edition"), author->plan->edition,
                          say(author->language, "helhedsplanen løber", "the plan runs"),
                          period_label(from, author->plan->start),
                          period_label(to, author->plan->end)),
             BOOK_MUTED);
    if (author->plan->illustrative)
        add_line(&lines, wording_invented(author->language), BOOK_MARK);
    if (author->internal)
        add_line(&lines, wording_internal(author->language), BOOK_MARK);
    add_line(&lines, headline_plan(&speaker).text, BOOK_HEADING);
    add_line(&lines, wording_no_cause(author->language), BOOK_PLAIN);
    add_heading(&sheet, say(author->language, "Arkene", "The sheets"));
    for (size_t i = OVERVIEW; i < PAGES; i++) {
        if (!shown[i])
            continue;
        add_text(&sheet, words(author, names[i]), BOOK_PLAIN, words(author, purposes[i]));
        if (i == SERIES && has_charts)
            add_text(&sheet, words(author, chart_sheet), BOOK_PLAIN,
                     say(author->language, "De faste indikatorers niveauer som kurver",
                         "The levels of the fixed indicators as charts"));
    }
    add_signs(author, &sheet);
    add_reading(author, &sheet);
    add_heading(&sheet, say(author->language, "Kilder", "Sources"));
    for (size_t i = 0; i < catalogue->indicator_count; i++)
        if (!indicators[i]->left_out)
            add_text(&sheet, indicators[i]->name, BOOK_PLAIN, indicators[i]->source);
    return with_lines(author, sheet, &lines);
}

static void add_method(const struct author *author, struct book_sheet *sheet, enum method method)
{
    const char *note = method_note(author->language, method);
    add_text(sheet, method_words(author->language, method), BOOK_PLAIN,
             arena_printf(author->arena,
                          say(author->language, "Hedder %s i resultater.csv.%s%s",
                              "Called %s in resultater.csv.%s%s"),
                          method_code(method), *note ? " " : "", note));
}

static struct book_sheet make_method(const struct author *author)
{
    const struct findings *findings = author->findings;
    const struct glossary_entry *entry;
    bool english = author->language == LANGUAGE_ENGLISH;
    bool used[METHOD_COUNT] = {false};
    struct book_sheet sheet = text_page(author, METHOD);
    struct lines lines = head_of(author, METHOD);
    for (size_t i = 0; i < findings->count; i++)
        used[findings->rows[i].estimate.method] = true;
    add_heading(&sheet,
                say(author->language, "Metoderne i kolonnen »Metode«", "The column »Method«"));
    for (int i = METHOD_NONE + 1; i < METHOD_COUNT; i++)
        if (used[i])
            add_method(author, &sheet, (enum method)i);
    add_heading(&sheet, say(author->language, "Ordene", "The words"));
    for (size_t i = 0; (entry = glossary_at(author->language, i)); i++)
        add_text(&sheet, english ? entry->english_term : entry->danish_term, BOOK_PLAIN,
                 english ? entry->english_meaning : entry->danish_meaning);
    return with_lines(author, sheet, &lines);
}

/* ---- The whole --------------------------------------------------------------------------------
 */

struct book seminar_book(struct arena *arena, enum language language,
                         const struct findings *findings, const struct news *news)
{
    const struct author author = {
        .arena = arena,
        .language = language,
        .findings = findings,
        .plan = &findings->table->catalogue->plan,
        .news = news,
        .internal = findings->table->edition == EDITION_INTERNAL,
    };
    struct book_sheet pages[PAGES] = {
        [OVERVIEW] = make_overview(&author),   [FOLLOWUP] = make_followup(&author),
        [TARGETS] = make_targets(&author),     [THEORY] = make_theory(&author),
        [QUESTIONS] = make_questions(&author), [NUMBERS] = make_numbers(&author),
        [SERIES] = make_series(&author),       [HIDDEN] = make_hidden(&author),
        [METHOD] = make_method(&author)};
    if (news)
        pages[NEWS] = make_news(&author);
    bool shown[PAGES];
    for (size_t i = 0; i < PAGES; i++)
        shown[i] =
            i < TARGETS || i > NEWS || (i == NEWS ? news != NULL : sheet_rows(&pages[i].cells) > 0);
    pages[READ_ME] = make_read_me(&author, shown, pages[SERIES].chart_count > 0);
    struct book_sheet *sheets = arena_alloc(arena, PAGES, sizeof *sheets);
    size_t count = 0;
    for (size_t i = 0; i < PAGES; i++)
        if (shown[i]) {
            book_fit(&pages[i], language, BOOK_ROWS);
            sheets[count++] = pages[i];
        }
    return (struct book){
        .title = author.plan->title,
        .edition = wording_edition(arena, language, findings->table),
        .page_words = {say(language, "side", "page"), say(language, "af", "of")},
        .note = wording_no_cause(language),
        .decimals = author.internal ? SHEET_EXACT : SHARED_DECIMALS,
        .sheets = sheets,
        .count = count,
    };
}

bool seminar_workbook_write(const struct place *place, const struct findings *findings,
                            const struct news *news)
{
    struct arena *scratch = arena_new(); /* it is the largest thing of a run, and of use once */
    const struct book book = seminar_book(scratch, place->diagnostics->language, findings, news);
    bool written = workbook_write(place, SEMINAR_WORKBOOK, &book);
    arena_free(scratch);
    return written;
}
