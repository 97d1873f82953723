/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "table_of.h"

#include "pejling/base/text.h"
#include "pejling/model/mapping_draft.h"

enum {
    INDICATOR,
    FIELD,
    FILE_PART,
    SELECTION,
    AREA,
    PERIOD,
    GROUP,
    CONVERSION,
    ABSENT,
    SIGNS,
    DECIMAL,
    NOTE
};

/* draft_of(folder, name, text, draft): of one table in a file of that name. */
static bool draft_of(struct plan_folder *folder, const char *name, const char *text,
                     struct mapping_draft *draft)
{
    struct table *table = arena_alloc(folder->arena, 1, sizeof *table);
    plan_folder_forget_problems(folder);
    *table = table_of(folder, name, text);
    return mapping_draft(&folder->diagnostics, &folder->catalogue, table, 1, draft);
}

/* good_draft_of(folder, text): one that is complete. */
static struct mapping_draft good_draft_of(struct plan_folder *folder, const char *text)
{
    struct mapping_draft draft;
    if (!draft_of(folder, "fil.csv", text, &draft)) {
        plan_folder_print(folder);
        fail_msg("no draft of »%s«", text);
    }
    assert_problem_count(folder, 0);
    return draft;
}

/* The first four columns but the file: `andelen/tæller tal=Antal`, parted by semicolons. */
static const char *lines_text(struct arena *arena, const struct mapping_draft *draft)
{
    const char *text = "";
    for (size_t i = 0; i < draft->count; i++)
        text = arena_printf(arena, "%s%s%s/%s %s", text, i ? "; " : "",
                            draft->lines[i].texts[INDICATOR], draft->lines[i].texts[FIELD],
                            draft->lines[i].texts[SELECTION]);
    return text;
}

#define TABLE "OMRÅDE;TID;TAL\nParken;2019;1\nEngen;2019;2\n"

static void a_series_of_the_plan_is_known_by_its_names(void **state)
{
    static const struct {
        const char *name, *text, *lines;
    } rows[] = {
        {"fil.csv", "OMRÅDE;SAG;TID;TAL\nParken;tallet;2019;1\nParken;dagen;2019;1\n",
         "tallet/værdi SAG=tallet; dagen/værdi SAG=dagen"},
        {"fil.csv", "OMRÅDE;SAG;TID;TAL\nParken;INDKOMST;2019;1\nParken;Beboere;2019;1\n",
         "tallet/værdi SAG=INDKOMST; dagen/værdi SAG=Beboere"},
        {"fil.csv", "OMRÅDE;SAG;TID;TAL\nParken;Indkomst;2019;1\n", "tallet/værdi "},
        {"fil.csv", "OMRÅDE;TID;Indkomst;Beboere\nParken;2019;1;2\n",
         "tallet/værdi tal=Indkomst; dagen/værdi tal=Beboere"},
        {"indkomst.csv", TABLE, "tallet/værdi "},
        {"data/tallet.csv", TABLE, "tallet/værdi "},
        {"fil.csv", "Indkomst\n\n" TABLE, "tallet/værdi "},
        /* count, base and share of one indicator */
        {"job.csv", "OMRÅDE;TID;Antal;I alt;Pct.\nParken;2019;1;2;50\n",
         "andelen/tæller tal=Antal; andelen/nævner tal=I alt; andelen/kontrol tal=Pct."},
        {"fil.csv", "Andel i job\n\nOMRÅDE;TID;Antal;I alt\nParken;2019;1;2\n",
         "andelen/tæller tal=Antal; andelen/nævner tal=I alt"},
        /* of an indicator with counts a single column is the numerator */
        {"job.csv", TABLE, "andelen/tæller "},
        {"anmeldelser.csv", TABLE, "raten/tæller "},
        /* of a value the share, where there is one */
        {"indkomst.csv", "OMRÅDE;TID;Antal;I alt;Pct.\nParken;2019;1;2;50\n",
         "tallet/værdi tal=Pct."},
        {"indkomst.csv", "OMRÅDE;TID;Antal;I alt\nParken;2019;1;2\n", "tallet/værdi tal=Antal"},
    };
    struct plan_folder *folder = import_folder(state);
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        struct mapping_draft draft;
        assert_true(draft_of(folder, rows[i].name, rows[i].text, &draft));
        const char *lines = lines_text(folder->arena, &draft);
        if (strcmp(lines, rows[i].lines) != 0)
            fail_msg("%s %s: %s", rows[i].name, rows[i].text, lines);
        assert_int_equal(draft.added_count, 0);
    }
}

static void a_new_indicator_is_made_of_what_the_table_says(void **state)
{
    static const struct {
        const char *text, *code, *name, *unit;
        enum measure measure;
        enum period_kind kind;
        bool has_trend;
    } rows[] = {
        {TABLE, "fil", "fil", "antal", MEASURE_VALUE, PERIOD_YEAR, true},
        {"Ledige boliger\n\n" TABLE, "ledige_boliger", "Ledige boliger", "antal", MEASURE_VALUE,
         PERIOD_YEAR, true},
        {"OMRÅDE;ART;TID;TAL\nParken;Hærværk;2019K1;1\n", "haervaerk", "Hærværk", "antal",
         MEASURE_VALUE, PERIOD_QUARTER, true},
        {"OMRÅDE;TID;Fraværspct.\nParken;2019/20;1,5\n", "fravaerspct", "Fraværspct.", "pct.",
         MEASURE_VALUE, PERIOD_SCHOOL_YEAR, true},
        {"Husleje i kr.\n\n" TABLE, "husleje_i_kr", "Husleje i kr.", "kr.", MEASURE_VALUE,
         PERIOD_YEAR, true},
        {"Trivselstal\n\nOMRÅDE;TID;TAL\nParken;2019-06-01;6,5\n", "trivselstal", "Trivselstal",
         "enhed ikke oplyst", MEASURE_VALUE, PERIOD_DATE, true},
        {"Fravær pr. to år\n\nOMRÅDE;TID;TAL\nParken;2018-2019;6\n", "fravaer_pr_to_aar",
         "Fravær pr. to år", "antal", MEASURE_VALUE, PERIOD_YEAR, false},
        {"Bevægelser\n\nOMRÅDE;TID;TAL\nParken;2018M01;6\n", "bevaegelser", "Bevægelser", "antal",
         MEASURE_VALUE, PERIOD_YEAR, true},
        {"Foreninger\n\nOMRÅDE;TID;Antal;I alt\nParken;2018;6;9\n", "foreninger", "Foreninger",
         "pct.", MEASURE_SHARE, PERIOD_YEAR, true},
    };
    struct plan_folder *folder = import_folder(state);
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        const struct mapping_draft draft = good_draft_of(folder, rows[i].text);
        assert_int_equal(draft.added_count, 1);
        const struct indicator *made = &draft.added[0];
        assert_string_equal(made->code, rows[i].code);
        assert_string_equal(made->name, rows[i].name);
        assert_string_equal(made->short_name, rows[i].name);
        assert_string_equal(made->unit, rows[i].unit);
        assert_int_equal(made->measure, rows[i].measure);
        assert_near(made->factor, rows[i].measure == MEASURE_SHARE ? 100 : 1, 0);
        assert_int_equal(made->reporting.kind, rows[i].kind);
        assert_int_equal(made->has_trend, rows[i].has_trend);
        assert_int_equal(made->polarity, POLARITY_NEUTRAL);
        assert_string_equal(made->source, "fil.csv");
        assert_string_equal(draft.lines[0].texts[INDICATOR], rows[i].code);
    }
}

/* The codes, names and units of the new indicators: `ledige »Ledige« antal`. */
static const char *added_text(struct arena *arena, const struct mapping_draft *draft)
{
    const char *text = "";
    for (size_t i = 0; i < draft->added_count; i++)
        text = arena_printf(arena, "%s%s%s »%s« %s", text, i ? "; " : "", draft->added[i].code,
                            draft->added[i].name, draft->added[i].unit);
    return text;
}

struct drafted {
    const char *text, *lines, *added;
};

static void check_drafted(struct plan_folder *folder, const struct drafted *rows, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const struct mapping_draft draft = good_draft_of(folder, rows[i].text);
        const char *lines = lines_text(folder->arena, &draft);
        const char *added = added_text(folder->arena, &draft);
        if (strcmp(lines, rows[i].lines) != 0 || strcmp(added, rows[i].added) != 0)
            fail_msg("%s: %s, and %s", rows[i].text, lines, added);
    }
}

static void a_survey_is_drafted_from_share_answers_and_response_rate(void **state)
{
    static const struct drafted rows[] = {
        {"Nabohjælp\n\nOMRÅDE;TID;Enige, pct.;Antal svar;Svarprocent\nParken;2019;75;80;45\n",
         "nabohjaelp/nævner tal=Antal svar; nabohjaelp/værdi tal=Enige, pct.; "
         "nabohjaelp/svarprocent tal=Svarprocent",
         "nabohjaelp »Nabohjælp« pct."},
        /* one that the plan has */
        {"Tryghed\n\nOMRÅDE;TID;Enige, pct.;Antal svar;Svarprocent\nParken;2019;75;80;45\n",
         "svarene/nævner tal=Antal svar; svarene/værdi tal=Enige, pct.; "
         "svarene/svarprocent tal=Svarprocent",
         ""},
        /* a share of answers is of a survey without a response rate too */
        {"Nabohjælp\n\nOMRÅDE;TID;Enige, pct.;Antal svar\nParken;2019;75;80\n",
         "nabohjaelp/nævner tal=Antal svar; nabohjaelp/værdi tal=Enige, pct.",
         "nabohjaelp »Nabohjælp« pct."},
        /* those who say yes are as good as their share */
        {"Nabohjælp\n\nOMRÅDE;TID;Antal ja;Antal svar\nParken;2019;60;80\n",
         "nabohjaelp/tæller tal=Antal ja; nabohjaelp/nævner tal=Antal svar",
         "nabohjaelp »Nabohjælp« pct."},
        {"Nabohjælp\n\nOMRÅDE;TID;Antal ja;Antal svar;Pct.\nParken;2019;60;80;75\n",
         "nabohjaelp/nævner tal=Antal svar; nabohjaelp/værdi tal=Pct.",
         "nabohjaelp »Nabohjælp« pct."},
    };
    struct plan_folder *folder = import_folder(state);
    check_drafted(folder, rows, COUNT_OF(rows));
    const struct mapping_draft draft = good_draft_of(folder, rows[0].text);
    assert_int_equal(draft.added[0].measure, MEASURE_SURVEY);
    assert_false(draft.added[0].has_trend);
}

static void per_cent_beside_a_count_without_a_base_is_a_series_of_its_own(void **state)
{
    static const struct drafted rows[] = {
        {"Tomme boliger\n\nOMRÅDE;TID;Antal;Pct.\nParken;2019;4;2,5\nEngen;2019;3;1,5\n",
         "tomme_boliger/værdi tal=Antal; tomme_boliger_pct/værdi tal=Pct.",
         "tomme_boliger »Tomme boliger« antal; tomme_boliger_pct »Tomme boliger, Pct.« pct."},
        {"Tomme boliger\n\nOMRÅDE;TID;Pct.;Antal\nParken;2019;2,5;4\n",
         "tomme_boliger_pct/værdi tal=Pct.; tomme_boliger/værdi tal=Antal",
         "tomme_boliger_pct »Tomme boliger, Pct.« pct.; tomme_boliger »Tomme boliger« antal"},
        /* with a base they are one share */
        {"Tomme boliger\n\nOMRÅDE;TID;Antal;I alt;Pct.\nParken;2019;1;4;25\n",
         "tomme_boliger/tæller tal=Antal; tomme_boliger/nævner tal=I alt; "
         "tomme_boliger/kontrol tal=Pct.",
         "tomme_boliger »Tomme boliger« pct."},
    };
    check_drafted(import_folder(state), rows, COUNT_OF(rows));
}

static void a_share_whose_counts_the_source_lacks_is_a_value(void **state)
{
    static const struct drafted rows[] = {
        {"OMRÅDE;TID;Valg;Stemmer;I alt;Pct.\nParken;2017;KV;;;58,3\nParken;2021;KV;41;;57,1\n"
         "Parken;2022;FV;30;40;75\n",
         "kv/værdi Valg=KV & tal=Pct.; fv/tæller Valg=FV & tal=Stemmer; "
         "fv/nævner Valg=FV & tal=I alt; fv/kontrol Valg=FV & tal=Pct.",
         "kv »KV« pct.; fv »FV« pct."},
        /* somebody knows the count */
        {"Valg\n\nOMRÅDE;TID;Stemmer;I alt;Pct.\nParken;2017;x;40;58,3\n",
         "valg/tæller tal=Stemmer; valg/nævner tal=I alt; valg/kontrol tal=Pct.",
         "valg »Valg« pct."},
    };
    struct plan_folder *folder = import_folder(state);
    check_drafted(folder, rows, COUNT_OF(rows));
    assert_string_equal(good_draft_of(folder, rows[0].text).lines[0].texts[NOTE],
                        "Antaget: procenten alene, for »Stemmer« og »I alt« står ikke begge i "
                        "filen.");
}

#define ROWS "Parken;2019;12;80;15\nParken;2020;13;81;16,05\nEngen;2019;1;8;12,5\n"

static void a_share_is_known_by_its_figures(void **state)
{
    static const struct drafted rows[] = {
        {"Unge\n\nOMRÅDE;TID;Antal i restgruppen;15-29-årige;Andel\n" ROWS,
         "unge/tæller tal=Antal i restgruppen; unge/nævner tal=15-29-årige; "
         "unge/kontrol tal=Andel",
         "unge »Unge« pct."},
        /* columns that the plan has indicators for are those */
        {"Unge\n\nOMRÅDE;TID;Indkomst;Beboere;Andel\n" ROWS,
         "tallet/værdi tal=Indkomst; dagen/værdi tal=Beboere; unge_andel/værdi tal=Andel",
         "unge_andel »Unge, Andel« pct."},
    };
    struct plan_folder *folder = import_folder(state);
    check_drafted(folder, rows, COUNT_OF(rows));
    assert_string_equal(good_draft_of(folder, rows[0].text).lines[0].texts[NOTE],
                        "Antaget: »Andel« er »Antal i restgruppen« i procent af »15-29-årige«; det "
                        "passer i alle 3 rækker, der har dem.");
}

static void a_title_names_an_indicator_only_where_there_is_one_series(void **state)
{
    static const struct drafted rows[] = {
        {"Indkomst\n\nOMRÅDE;TID;TAL\nParken;2019;1\n", "tallet/værdi ", ""},
        {"Indkomst\n\nOMRÅDE;TID;Mænd;Kvinder\nParken;2019;1;2\n",
         "maend/værdi tal=Mænd; kvinder/værdi tal=Kvinder",
         "maend »Mænd« antal; kvinder »Kvinder« antal"},
        /* their own words do */
        {"Indkomst\n\nOMRÅDE;TID;Beboere;Kvinder\nParken;2019;1;2\n",
         "dagen/værdi tal=Beboere; kvinder/værdi tal=Kvinder", "kvinder »Kvinder« antal"},
    };
    check_drafted(import_folder(state), rows, COUNT_OF(rows));
}

static void codes_of_the_statbank_called_status_are_series(void **state)
{
    static const struct drafted rows[] = {
        {"OMRÅDE;STATUS;TID;INDHOLD\nParken;Ansat;2019;1\nParken;Under uddannelse;2019;2\n",
         "ansat/værdi STATUS=Ansat; under_uddannelse/værdi STATUS=Under uddannelse",
         "ansat »Ansat« antal; under_uddannelse »Under uddannelse« antal"},
    };
    check_drafted(import_folder(state), rows, COUNT_OF(rows));
}

static void the_unit_is_what_the_words_of_the_series_say(void **state)
{
    static const struct {
        const char *text, *unit;
    } rows[] = {
        {"OMRÅDE;TID;Fraværsprocent\nParken;2019;5\n", "pct."},
        {"OMRÅDE;TID;Andel ledige\nParken;2019;5\n", "pct."},
        {"Ledige, pct.\n\nOMRÅDE;TID;TAL\nParken;2019;5\n", "pct."},
        {"OMRÅDE;TID;Sygdom\nParken;2019;5 %\n", "pct."},
        {"OMRÅDE;TID;Antal\nParken;2019;5,5 pct.\n", "pct."},
        {"OMRÅDE;TID;Gæld (kr.)\nParken;2019;5\n", "kr."},
        {"OMRÅDE;TID;Gæld i kroner\nParken;2019;5,5\n", "kr."},
        {"OMRÅDE;TID;Gæld (DKK)\nParken;2019;5\n", "kr."},
        {"OMRÅDE;TID;Gæld (1.000 kr.)\nParken;2019;5\n", "1.000 kr."},
        {"OMRÅDE;TID;Gæld, 1000 kr.\nParken;2019;5\n", "1.000 kr."},
        {"OMRÅDE;TID;Gæld i t.kr.\nParken;2019;5\n", "1.000 kr."},
        {"Gæld\nEnhed: 1.000 kr.\n\nOMRÅDE;TID;TAL\nParken;2019;5\n", "1.000 kr."},
        {"OMRÅDE;TID;Gæld (mio. kr.)\nParken;2019;5\n", "mio. kr."},
        {"OMRÅDE;TID;Anmeldelser pr. 1.000 beboere\nParken;2019;5,5\n", "pr. 1.000"},
        {"Anmeldelser pr. 1000 beboere\n\nOMRÅDE;TID;TAL\nParken;2019;5\n", "pr. 1.000"},
        /* a column that says it */
        {"OMRÅDE;TID;Enhed;Gæld\nParken;2019;kr;5\nEngen;2019;kr;6\n", "kr."},
        {"OMRÅDE;TID;enhed;Gæld\nParken;2019;mio_kr;5,5\n", "mio_kr"},
        {"OMRÅDE;TID;enhed;Antal\nParken;2019;procent;5,5\n", "pct."},
        {"OMRÅDE;TID;enhed;Uheld\nParken;2019;pr. 1000;5\n", "pr. 1.000"},
        {"OMRÅDE;TID;enhed;Uheld\nParken;2019;Beboere i området;5\n", "antal"},
        {"OMRÅDE;TID;enhed;Uheld\nParken;2019;;5\n", "antal"},
        {"OMRÅDE;TID;Antal flytninger\nParken;2019;5\n", "antal"},
        {"OMRÅDE;TID;Flytninger\nParken;2019;5\n", "antal"},
        {"OMRÅDE;TID;Flytninger\nParken;2019;5,5\n", "enhed ikke oplyst"},
        /* what the series says goes before what is said of all */
        {"Andel og antal\n\nOMRÅDE;TID;Antal flytninger\nParken;2019;5\n", "antal"},
        {"Antal\n\nOMRÅDE;TID;Andel med gæld\nParken;2019;5\n", "pct."},
    };
    struct plan_folder *folder = import_folder(state);
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        const struct mapping_draft draft = good_draft_of(folder, rows[i].text);
        assert_int_equal(draft.added_count, 1);
        if (strcmp(draft.added[0].unit, rows[i].unit) != 0)
            fail_msg("%s: »%s«", rows[i].text, draft.added[0].unit);
    }
}

static void small_counts_without_persons_are_sensitive(void **state)
{
    static const struct {
        const char *text;
        bool sensitive;
    } rows[] = {
        {"OMRÅDE;TID;Antal\nParken;2019;4\n", true},
        {"OMRÅDE;TID;Antal\nParken;2019;50\nParken;2020;<5\n", true},
        {"OMRÅDE;TID;Antal\nParken;2019;5\nParken;2020;0\n", false},
        {"OMRÅDE;TID;enhed;Sigtede\nParken;2019;personer;4\n", true},
        {"OMRÅDE;TID;Beløb i kr.\nParken;2019;4\n", false},
        {"OMRÅDE;TID;Antal;I alt\nParken;2019;4;90\n", false}, /* a share: control can tell */
        {"OMRÅDE;TID;Antal\nHele landet;2019;4\nParken;2019;40\n", false},
    };
    struct plan_folder *folder = import_folder(state);
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        const struct mapping_draft draft = good_draft_of(folder, rows[i].text);
        assert_int_equal(draft.added_count, 1);
        if (draft.added[0].sensitive != rows[i].sensitive)
            fail_msg("%s", rows[i].text);
    }
}

/* Cells that a spreadsheet shows as per cent, under a heading that does not say so. */
static void figures_in_a_format_of_per_cent_are_per_cent(void **state)
{
    struct plan_folder *folder = import_folder(state);
    struct table table = table_of(folder, "fil.csv", "OMRÅDE;TID;Sygdom\nParken;2019;5\n");
    struct table_record record = table.records[0];
    struct mapping_draft draft;
    record.figure.percent = true;
    table.records = &record;
    assert_true(mapping_draft(&folder->diagnostics, &folder->catalogue, &table, 1, &draft));
    assert_int_equal(draft.added_count, 1);
    assert_string_equal(draft.added[0].unit, "pct.");
}

static void an_export_of_the_statbank_is_its_source(void **state)
{
    struct plan_folder *folder = import_folder(state);
    struct mapping_draft draft;
    assert_true(draft_of(folder, "data/xyz1.csv", "OMRÅDE;TID;INDHOLD\nParken;2019;1\n", &draft));
    assert_int_equal(draft.added_count, 1);
    assert_string_equal(draft.added[0].source, "Danmarks Statistik (xyz1.csv)");
    assert_string_equal(draft.added[0].code, "xyz1");
}

static void codes_of_new_indicators_are_short_and_their_own(void **state)
{
    static const char text[] =
        "OMRÅDE;SAG;TID;TAL\n"
        "Parken;Hær-værk;2019;1\nParken;Hær værk;2019;1\nParken;hær/værk;2019;1\n"
        "Parken;Et navn der er så langt at ingen kode kan rumme det hele 1;2019;1\n"
        "Parken;Et navn der er så langt at ingen kode kan rumme det hele 2;2019;1\n"
        "Parken;2. plads;2019;1\nParken;maj;2019;1\nParken;Tal-let;2019;1\nParken;tal let;2019;1\n";
    struct plan_folder *folder = import_folder(state);
    plan_folder_write(folder, "indikatorer.csv",
                      IMPORT_INDICATORS "tal_let;Noget andet;;værdi;kr.;op;kalenderår;K;\n");
    plan_folder_read_catalogue(folder);
    assert_problem_count(folder, 0);
    const struct mapping_draft draft = good_draft_of(folder, text);
    assert_int_equal(draft.added_count, 9);
    for (size_t i = 0; i < draft.added_count; i++) {
        const char *code = draft.added[i].code;
        assert_true(text_is_code(code)); /* 40 characters at most */
        assert_null(catalogue_indicator(&folder->catalogue, code));
        for (size_t j = 0; j < i; j++)
            assert_string_not_equal(draft.added[j].code, code);
    }
    static const char *const codes[] = {"haer_vaerk", "haer_vaerk_2", "haer_vaerk_3"};
    for (size_t i = 0; i < COUNT_OF(codes); i++)
        assert_string_equal(draft.added[i].code, codes[i]);
    assert_string_equal(draft.added[5].code, "tal_2_plads");
    assert_string_equal(draft.added[6].code, "tal_maj");
    assert_string_equal(draft.added[7].code, "tal_let_2");
    assert_string_equal(draft.added[8].code, "tal_let_3");
}

/* --- the columns of a line -------------------------------------------------------------------- */

static void a_line_says_what_the_table_shows(void **state)
{
    static const struct {
        const char *text;
        int column;
        const char *says;
    } rows[] = {
        {TABLE, AREA, "OMRÅDE"},
        {"kommune;område;TID;TAL\nNordby;Parken;2019;1\nNordby;I alt;2019;1\n", AREA,
         "område|kommune"},
        {TABLE, FILE_PART, ""},
        {TABLE, PERIOD, ""},
        {TABLE, GROUP, ""},
        {TABLE, CONVERSION, ""},
        {TABLE, NOTE, ""},
        {TABLE, ABSENT, ""},
        {"OMRÅDE;SAG;TID;INDHOLD\nParken;A;2019;1\nEngen;A;2019;1\nEngen;B;2019;1\n", ABSENT,
         "nul"},
        {"OMRÅDE;SAG;TID;INDHOLD\nParken;A;2019;1\nEngen;A;2019;1\nEngen;B;2019;1\n", NOTE,
         "Antaget: formatet BULK, hvor rækker med nul er udeladt."},
        {TABLE, SIGNS, ""},
        {"OMRÅDE;TID;TAL\nParken;2019;1\nEngen;2019;-\n", SIGNS, "mangler=-"},
        {"OMRÅDE;TID;INDHOLD\nParken;2019;1\nEngen;2019;-\n", SIGNS, "nul=-"},
        {"OMRÅDE;TID;INDHOLD\nParken;2019;1\nEngen;2019;..\n", SIGNS, ""},
        {TABLE, DECIMAL, ""},
        {"OMRÅDE;TID;TAL\nParken;2019;1,5\n", DECIMAL, ""},
        {"OMRÅDE;TID;TAL\nParken;2019;1.5\nEngen;2019;2\n", DECIMAL,
         ""}, /* a rule judges its own */
        {"OMRÅDE;KØN;TID;TAL\nParken;M;2019;1\nParken;K;2019;1\nParken;I alt;2019;2\n", SELECTION,
         "KØN=I alt"},
        {"OMRÅDE;KØN;TID;TAL\nParken;M;2019;1\nParken;K;2019;1\nParken;I alt;2019;2\n", NOTE,
         "Andre værdier af KØN: M, K."},
    };
    struct plan_folder *folder = import_folder(state);
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        const struct mapping_draft draft = good_draft_of(folder, rows[i].text);
        assert_true(draft.count > 0);
        const char *text = draft.lines[0].texts[rows[i].column];
        if (strcmp(text, rows[i].says) != 0)
            fail_msg("%s, %s: »%s«", rows[i].text, mapping_column((size_t)rows[i].column), text);
    }
}

static void the_file_is_named_only_among_several(void **state)
{
    struct plan_folder *folder = import_folder(state);
    const struct table tables[] = {table_of(folder, "data/indkomst.csv", TABLE),
                                   table_of(folder, "data/beboere.csv", TABLE)};
    struct mapping_draft draft;
    assert_true(mapping_draft(&folder->diagnostics, &folder->catalogue, tables, 2, &draft));
    assert_int_equal(draft.count, 2);
    assert_string_equal(draft.lines[0].texts[INDICATOR], "tallet");
    assert_string_equal(draft.lines[0].texts[FILE_PART], "indkomst.csv");
    assert_string_equal(draft.lines[1].texts[INDICATOR], "dagen");
    assert_string_equal(draft.lines[1].texts[FILE_PART], "beboere.csv");
}

/* --- sheets and files -------------------------------------------------------------------------- */

struct sheet {
    const char *file, *name, *text;
};

/* sheets_draft(folder, sheets, count, draft): of sheets of workbooks; whether it could. */
static bool sheets_draft(struct plan_folder *folder, const struct sheet *sheets, size_t count,
                         struct mapping_draft *draft)
{
    struct table *tables = arena_alloc(folder->arena, count, sizeof *tables);
    plan_folder_forget_problems(folder);
    for (size_t i = 0; i < count; i++) {
        tables[i] = table_of(folder, sheets[i].file, sheets[i].text);
        tables[i].sheet = sheets[i].name;
    }
    return mapping_draft(&folder->diagnostics, &folder->catalogue, tables, count, draft);
}

static void a_sheet_names_its_series_unless_it_is_a_place_an_area_or_a_period(void **state)
{
    static const struct {
        struct sheet sheet;
        const char *name, *area;
    } rows[] = {
        {{"fil.xlsx", "Flytninger", TABLE}, "Flytninger", "OMRÅDE"},
        {{"fil.xlsx", "Ark1", TABLE}, "fil", "OMRÅDE"},
        {{"fil.xlsx", "Sheet2", TABLE}, "fil", "OMRÅDE"},
        {{"fil.xlsx", "2019", TABLE}, "fil", "OMRÅDE"},
        {{"fil.xlsx", "2019K1", TABLE}, "fil", "OMRÅDE"},
        {{"fil.xlsx", "Parken", "TID;TAL\n2019;1\n2020;2\n"}, "fil", "parken"},
        {{"fil.xlsx", "Nordby", "TID;TAL\n2019;1\n2020;2\n"}, "fil", "nordby"},
        {{"fil.xlsx", "Parken", "TID;Flytninger\n2019;1\n2020;2\n"}, "Flytninger", "parken"},
    };
    struct plan_folder *folder = import_folder(state);
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        struct mapping_draft draft;
        assert_true(sheets_draft(folder, &rows[i].sheet, 1, &draft));
        assert_int_equal(draft.added_count, 1);
        if (strcmp(draft.added[0].name, rows[i].name) != 0 ||
            strcmp(draft.lines[0].texts[AREA], rows[i].area) != 0)
            fail_msg("%s: »%s« in %s", rows[i].sheet.name, draft.added[0].name,
                     draft.lines[0].texts[AREA]);
    }
}

static void a_series_that_goes_on_elsewhere_is_one_indicator(void **state)
{
    static const char other[] = "OMRÅDE;TID;TAL\nParken;2020;1\n";
    static const char share[] = "OMRÅDE;TID;Antal;I alt\nParken;2020;1;2\n";
    static const struct {
        struct sheet sheets[2];
        const char *codes;
    } rows[] = {
        {{{"fil.xlsx", "2019", TABLE}, {"fil.xlsx", "2020", other}}, "fil"},
        {{{"fil.xlsx", "Parken", "TID;TAL\n2019;1\n2020;1\n"},
          {"fil.xlsx", "Engen", "TID;TAL\n2019;1\n2020;1\n"}},
         "fil"},
        {{{"2019/fil.csv", "", TABLE}, {"2020/fil.csv", "", other}}, "fil"},
        {{{"fil.xlsx", "Ind", TABLE}, {"fil.xlsx", "Ud", other}}, "ind ud"},
        /* a file of another name, though the one is a part of the other */
        {{{"ny_kv.csv", "", "OMRÅDE;TID;Flytninger\nParken;2019;1\n"},
          {"kv.csv", "", "OMRÅDE;TID;Flytninger\nParken;2020;1\n"}},
         "flytninger flytninger_2"},
        {{{"kv.csv", "", "OMRÅDE;TID;Flytninger\nParken;2019;1\n"},
          {"ny_kv.csv", "", "OMRÅDE;TID;Flytninger\nParken;2020;1\n"}},
         "flytninger flytninger_2"},
        /* exports of the statbank */
        {{{"a/xyz1.csv", "", "OMRÅDE;TID;INDHOLD\nParken;2019;1\n"},
          {"b/xyz1.csv", "", "OMRÅDE;TID;INDHOLD\nParken;2020;1\n"}},
         "xyz1"},
        {{{"fil.csv", "", "Flytninger\n\n" TABLE},
          {"ny.csv", "", "Flytninger\n\nOMRÅDE;TID;TAL\nParken;2020;1\n"}},
         "flytninger flytninger_2"},
        /* one of another type */
        {{{"fil.xlsx", "2019", TABLE}, {"fil.xlsx", "2020", share}}, "fil fil_2"},
    };
    struct plan_folder *folder = import_folder(state);
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        struct mapping_draft draft;
        const char *codes = "";
        assert_true(sheets_draft(folder, rows[i].sheets, 2, &draft));
        for (size_t j = 0; j < draft.added_count; j++)
            codes = arena_printf(folder->arena, "%s%s%s", codes, j ? " " : "", draft.added[j].code);
        if (strcmp(codes, rows[i].codes) != 0)
            fail_msg("example %zu: %s", i, codes);
    }
}

static void the_sheet_is_named_beside_its_file(void **state)
{
    static const struct sheet sheets[] = {{"data/fil.xlsx", "Tabel 1", TABLE},
                                          {"data/fil.xlsx", "Tabel 10", TABLE}};
    struct plan_folder *folder = import_folder(state);
    struct mapping_draft draft;
    assert_true(sheets_draft(folder, sheets, COUNT_OF(sheets), &draft));
    assert_int_equal(draft.count, 2);
    assert_string_equal(draft.lines[0].texts[FILE_PART], "fil.xlsx Tabel 1");
    assert_string_equal(draft.lines[1].texts[FILE_PART], "fil.xlsx Tabel 10");
}

/* A draft of a plan's own indicators can be used as it is. */
static void a_draft_is_a_mapping(void **state)
{
    struct plan_folder *folder = import_folder(state);
    const struct input_file file = {"udkast", "udkast", PROBLEM_INPUT};
    struct mapping_draft draft;
    struct mapping mapping;
    assert_true(draft_of(folder, "job.csv",
                         "kommune;område;KØN;TID;Antal;I alt;Pct.\n"
                         "Nordby;Parken;M;2019;1;4;25.5\nNordby;Parken;I alt;2019;2;4;-\n",
                         &draft));
    assert_true(mapping_from_lines(&folder->diagnostics, &file, &folder->catalogue, draft.lines,
                                   draft.count, &mapping));
    assert_int_equal(mapping.count, 3);
    assert_int_equal(mapping.rules[1].field, MAPPED_DENOMINATOR);
    assert_int_equal(mapping.rules[1].condition_count, 2);
    assert_int_equal(mapping.rules[1].decimal, DECIMAL_NONE);
    assert_int_equal(mapping.rules[1].signs.count, 1);
}

/* --- what cannot be drafted ------------------------------------------------------------------- */

static const char *many_series(struct arena *arena, int count)
{
    const char *text = "OMRÅDE;SAG;TID;TAL\n";
    for (int i = 0; i < count; i++)
        text = arena_printf(arena, "%sParken;Sag %c%c;2019;1\n", text, 'A' + i / 26, 'A' + i % 26);
    return text;
}

static void too_many_series_are_drafted_but_refused(void **state)
{
    struct plan_folder *folder = import_folder(state);
    struct mapping_draft draft;
    assert_true(draft_of(folder, "fil.csv", many_series(folder->arena, 24), &draft));
    assert_int_equal(draft.count, 24);
    assert_false(draft_of(folder, "fil.csv", many_series(folder->arena, 25), &draft));
    assert_int_equal(draft.count, 25);
    assert_int_equal(draft.added_count, 25);
    assert_problem_count(folder, 1);
    assert_int_equal(folder->diagnostics.items[0].problem, PROBLEM_INPUT);
    assert_string_equal(folder->diagnostics.items[0].at.file, "fil.csv");
    assert_non_null(strstr(folder->diagnostics.items[0].text,
                           "tabellen har mere end 24 tal for hvert område og hver periode · "));
}

static void a_table_without_an_area_of_the_plan_is_refused_with_its_names(void **state)
{
    static const struct {
        const char *text, *says;
    } rows[] = {
        {"OMRÅDE;TID;TAL\nVestby;2019;1\nVestby;2020;1\nØstby;2019;1\n",
         "ingen navne i tabellen er et område i planen (her står: Vestby, Østby) · "},
        {"SAG;KOMMUNE;TID;TAL\nTyveri;Vestby;2019;1\nVold;Østby;2019;1\n",
         "(her står: Vestby, Østby)"},
        {"sag;hvem;TID;TAL\nTyveri;Anna;2019;1\nVold;Bo;2019;1\n", "(her står: Tyveri, Vold)"},
        {"TID;TAL\n2019;1\n2020;2\n", "(her står: –)"},
        {"OMRÅDE;TID;TAL\na1;2019;1\na2;2019;1\na3;2019;1\na4;2019;1\na5;2019;1\na6;2019;1\n"
         "a7;2019;1\na8;2019;1\na9;2019;1\n",
         "(her står: a1, a2, a3, a4, a5, a6, a7, a8)"},
        /* one that is a part of another */
        {"OMRÅDE;TID;TAL\nVestby Nord;2019;1\nVestby;2019;1\n", "(her står: Vestby Nord, Vestby)"},
    };
    struct plan_folder *folder = import_folder(state);
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        struct mapping_draft draft;
        assert_false(draft_of(folder, "fil.csv", rows[i].text, &draft));
        assert_int_equal(draft.count, 0);
        assert_problem_count(folder, 1);
        assert_int_equal(folder->diagnostics.items[0].problem, PROBLEM_INPUT);
        if (!strstr(folder->diagnostics.items[0].text, rows[i].says))
            fail_msg("%s: %s", rows[i].text, folder->diagnostics.items[0].text);
    }
}

/* Where to write it stands in the draft. */
static void a_table_without_any_period_is_drafted_but_refused(void **state)
{
    struct plan_folder *folder = import_folder(state);
    struct mapping_draft draft;
    assert_false(draft_of(folder, "fil.csv", "OMRÅDE;TAL\nParken;5\nEngen;6\n", &draft));
    assert_int_equal(draft.count, 1);
    assert_problem_count(folder, 1);
    assert_int_equal(folder->diagnostics.items[0].problem, PROBLEM_INPUT);
    assert_string_equal(folder->diagnostics.items[0].at.file, "fil.csv");
    assert_non_null(strstr(folder->diagnostics.items[0].text,
                           "tabellen siger ikke, hvilken periode tallene er fra · skriv den i "
                           "kolonnen periode i udkastet til en kortlægning"));
    /* one period will do */
    assert_true(draft_of(folder, "fil.csv", "OMRÅDE;TID;TAL\nParken;;5\nEngen;2019;6\n", &draft));
}

static void the_own_form_of_a_plan_is_refused_with_where_to_put_it(void **state)
{
    static const struct {
        const char *text;
        bool is_own;
    } rows[] = {
        {"indikator;område;periode;gruppe;tæller;nævner;værdi;status\n"
         "andelen;parken;2019;;1;2;;\nandelen;engen;2019;;1;2;;\n",
         true},
        {"indikator;område;periode;værdi\ntallet;parken;2019;5\n", true},
        {"Indikator;Område;Periode;Værdi\ntallet;parken;2019;5\n", true},
        {"område;periode;værdi\nparken;2019;5\n", false},
        {"indikator;område;år;værdi\ntallet;parken;2019;5\n", false},
    };
    struct plan_folder *folder = import_folder(state);
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        struct mapping_draft draft;
        bool is_own = !draft_of(folder, "fil.csv", rows[i].text, &draft);
        if (is_own != rows[i].is_own)
            fail_msg("%s: %s", rows[i].text, is_own ? "refused" : "drafted");
        if (!is_own)
            continue;
        assert_int_equal(draft.count, 0);
        assert_problem_count(folder, 1);
        assert_non_null(strstr(folder->diagnostics.items[0].text,
                               "filen er allerede i planens egen form · læg den i mappen "
                               "observationer"));
    }
}

static void a_table_without_figures_of_the_plan_is_refused(void **state)
{
    struct plan_folder *folder = import_folder(state);
    struct mapping_draft draft;
    assert_false(
        draft_of(folder, "fil.csv", "OMRÅDE;TID;TAL\nParken;2019;\nSydby;2019;6\n", &draft));
    assert_int_equal(draft.count, 0);
    assert_problem_count(folder, 1);
    assert_non_null(
        strstr(folder->diagnostics.items[0].text, "tabellen har ingen tal for planens områder · "));
}

static void one_table_that_cannot_be_drafted_does_not_hide_the_others(void **state)
{
    struct plan_folder *folder = import_folder(state);
    const struct table tables[] = {table_of(folder, "a.csv", "OMRÅDE;TID;TAL\nVestby;2019;1\n"),
                                   table_of(folder, "indkomst.csv", TABLE)};
    struct mapping_draft draft;
    assert_false(mapping_draft(&folder->diagnostics, &folder->catalogue, tables, 2, &draft));
    assert_problem_count(folder, 1);
    assert_string_equal(folder->diagnostics.items[0].at.file, "a.csv");
    assert_int_equal(draft.count, 1);
    assert_string_equal(draft.lines[0].texts[INDICATOR], "tallet");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(a_series_of_the_plan_is_known_by_its_names),
        PLAN_FOLDER_TEST(a_new_indicator_is_made_of_what_the_table_says),
        PLAN_FOLDER_TEST(a_survey_is_drafted_from_share_answers_and_response_rate),
        PLAN_FOLDER_TEST(per_cent_beside_a_count_without_a_base_is_a_series_of_its_own),
        PLAN_FOLDER_TEST(a_share_whose_counts_the_source_lacks_is_a_value),
        PLAN_FOLDER_TEST(a_share_is_known_by_its_figures),
        PLAN_FOLDER_TEST(a_title_names_an_indicator_only_where_there_is_one_series),
        PLAN_FOLDER_TEST(codes_of_the_statbank_called_status_are_series),
        PLAN_FOLDER_TEST(the_unit_is_what_the_words_of_the_series_say),
        PLAN_FOLDER_TEST(small_counts_without_persons_are_sensitive),
        PLAN_FOLDER_TEST(figures_in_a_format_of_per_cent_are_per_cent),
        PLAN_FOLDER_TEST(an_export_of_the_statbank_is_its_source),
        PLAN_FOLDER_TEST(codes_of_new_indicators_are_short_and_their_own),
        PLAN_FOLDER_TEST(a_line_says_what_the_table_shows),
        PLAN_FOLDER_TEST(the_file_is_named_only_among_several),
        PLAN_FOLDER_TEST(a_sheet_names_its_series_unless_it_is_a_place_an_area_or_a_period),
        PLAN_FOLDER_TEST(a_series_that_goes_on_elsewhere_is_one_indicator),
        PLAN_FOLDER_TEST(the_sheet_is_named_beside_its_file),
        PLAN_FOLDER_TEST(a_draft_is_a_mapping),
        PLAN_FOLDER_TEST(too_many_series_are_drafted_but_refused),
        PLAN_FOLDER_TEST(a_table_without_an_area_of_the_plan_is_refused_with_its_names),
        PLAN_FOLDER_TEST(a_table_without_any_period_is_drafted_but_refused),
        PLAN_FOLDER_TEST(the_own_form_of_a_plan_is_refused_with_where_to_put_it),
        PLAN_FOLDER_TEST(a_table_without_figures_of_the_plan_is_refused),
        PLAN_FOLDER_TEST(one_table_that_cannot_be_drafted_does_not_hide_the_others),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
