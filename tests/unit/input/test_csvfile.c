/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drive.h"

#include "pejling/input/csvfile.h"

#include "near.h"

#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

/*
 * Each test reads bytes as a file with the columns navn (required), tæller (required) and note,
 * and compares a transcript: a line `LINE navn|tæller|note` for each row, then a line
 * `LINE:COLUMN what is wrong` for each problem, or `file what is wrong`.
 */
struct place {
    struct diagnostics diagnostics;
    const char *folder, *path;
    const char *transcript;
    bool with_places; /* write `@LINE:COLUMN` behind each field */
    bool row_reports; /* the row function reports something of its own */
};

#define BYTES(literal) (literal), sizeof(literal) - 1
#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

static int setup(void **state)
{
    struct arena *arena = arena_new();
    struct place *place = arena_alloc(arena, 1, sizeof *place);
    const char *temporary = getenv("TMPDIR");
    char *folder = arena_printf(arena, "%s/pejling-test-XXXXXX", temporary ? temporary : "/tmp");
    place->diagnostics = (struct diagnostics){.arena = arena, .language = LANGUAGE_ENGLISH};
    place->folder = mkdtemp(folder);
    place->path = arena_printf(arena, "%s/tal.csv", folder);
    *state = place;
    return place->folder ? 0 : -1;
}

static int teardown(void **state)
{
    struct place *place = *state;
    unlink(place->path);
    rmdir(place->folder);
    arena_free(place->diagnostics.arena);
    return 0;
}

/* --- reading and writing down ----------------------------------------------------------------- */
static const struct csv_column columns[] = {{"navn", true}, {"tæller", true}, {"note", false}};
#define COLUMNS (sizeof columns / sizeof *columns)

static void write_down(void *context, const struct csv_row *row)
{
    struct place *place = context;
    struct arena *arena = place->diagnostics.arena;
    const char *line = arena_printf(arena, "%s%u ", place->transcript, row->at.line);
    for (size_t i = 0; i < COLUMNS; i++) {
        const struct csv_field *field = &row->fields[i];
        line = arena_printf(arena, "%s%s%s", line, i ? "|" : "", field->text);
        if (place->with_places)
            line = arena_printf(arena, "%s@%u:%u", line, csvrecords_at(field).line,
                                csvrecords_at(field).column);
        assert_string_equal(csvrecords_at(field).file, "plan/tal.csv");
    }
    assert_int_equal(row->at.column, 0);
    place->transcript = arena_printf(arena, "%s\n", line);
    if (place->row_reports)
        diagnostics_report(&place->diagnostics, PROBLEM_REMARK, row->at, "en række", "a row");
}

static void write_problems_down(struct place *place)
{
    struct arena *arena = place->diagnostics.arena;
    for (size_t i = 0; i < place->diagnostics.count; i++) {
        const struct diagnostic *item = &place->diagnostics.items[i];
        const char *end = strstr(item->text, " · ");
        const char *words =
            arena_text(arena, item->text, end ? (size_t)(end - item->text) : strlen(item->text));
        const char *where =
            item->at.line ? arena_printf(arena, "%u:%u", item->at.line, item->at.column) : "file";
        place->transcript = arena_printf(arena, "%s%s %s\n", place->transcript, where, words);
        assert_string_equal(item->at.file, "plan/tal.csv");
        if (!place->row_reports)
            assert_int_equal(item->problem, PROBLEM_SERIES);
    }
}

static bool read_file(struct place *place)
{
    struct input_file file = {place->path, "plan/tal.csv", PROBLEM_SERIES};
    struct csv_format format = {columns, COLUMNS, write_down};
    place->transcript = "";
    place->diagnostics.count = 0;
    bool sound = csvfile_read(&place->diagnostics, &file, &format, place);
    write_problems_down(place);
    return sound;
}

static void read_bytes(struct place *place, const char *bytes, size_t length)
{
    FILE *stream = fopen(place->path, "wb");
    assert_non_null(stream);
    assert_int_equal(fwrite(bytes, 1, length, stream), length);
    assert_int_equal(fclose(stream), 0);
    bool sound = read_file(place);
    if (!place->row_reports)
        assert_int_equal(sound, place->diagnostics.count == 0);
}

struct example {
    const char *what, *bytes;
    size_t length;
    const char *transcript;
};

static void check(struct place *place, const struct example *examples, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        read_bytes(place, examples[i].bytes, examples[i].length);
        if (strcmp(place->transcript, examples[i].transcript) != 0)
            print_error("%s:\n", examples[i].what);
        assert_string_equal(place->transcript, examples[i].transcript);
    }
}

/* --- the forms a file may have ---------------------------------------------------------------- */
#define BOTH "2 Nørre|12|\n3 Sønder|7|sent\n"
#define BOTH_A_LINE_LATER "3 Nørre|12|\n4 Sønder|7|sent\n"

static void any_line_ends_encoding_and_separator_give_the_same_rows(void **state)
{
    static const struct example examples[] = {
        {"LF", BYTES("navn;tæller;note\nNørre;12;\nSønder;7;sent\n"), BOTH},
        {"CR LF", BYTES("navn;tæller;note\r\nNørre;12;\r\nSønder;7;sent\r\n"), BOTH},
        {"CR", BYTES("navn;tæller;note\rNørre;12;\rSønder;7;sent\r"), BOTH},
        {"no last line end", BYTES("navn;tæller;note\nNørre;12;\nSønder;7;sent"), BOTH},
        {"mark", BYTES("\xEF\xBB\xBFnavn;tæller;note\nNørre;12;\nSønder;7;sent\n"), BOTH},
        {"mark and quotes",
         BYTES("\xEF\xBB\xBF\"navn\";\"tæller\";\"note\"\n\"Nørre\";\"12\";\"\"\n"
               "Sønder;7;sent\n"),
         BOTH},
        {"Windows-1252", BYTES("navn;t\xE6ller;note\r\nN\xF8rre;12;\r\nS\xF8nder;7;sent\r\n"),
         BOTH},
        {"comma", BYTES("navn,tæller,note\nNørre,12,\nSønder,7,sent\n"), BOTH},
        {"TAB", BYTES("navn\ttæller\tnote\nNørre\t12\t\nSønder\t7\tsent\n"), BOTH},
        {"more semicolons than commas", BYTES("navn;tæller;\"note\"\nNørre;12;\nSønder;7;sent\n"),
         BOTH},
        {"sep=;", BYTES("sep=;\nnavn;tæller;note\nNørre;12;\nSønder;7;sent\n"), BOTH_A_LINE_LATER},
        {"sep=; after a mark",
         BYTES("\xEF\xBB\xBFsep=;\r\nnavn;tæller;note\r\nNørre;12;\r\nSønder;7;sent\r\n"),
         BOTH_A_LINE_LATER},
        {"sep=; and CR", BYTES("sep=;\rnavn;tæller;note\rNørre;12;\rSønder;7;sent\r"),
         BOTH_A_LINE_LATER},
        {"sep=,", BYTES("sep=,\nnavn,tæller,note\nNørre,12,\nSønder,7,sent\n"), BOTH_A_LINE_LATER},
        {"sep=TAB", BYTES("sep=\t\nnavn\ttæller\tnote\nNørre\t12\t\nSønder\t7\tsent\n"),
         BOTH_A_LINE_LATER},
        {"an empty line first", BYTES("\nnavn,tæller,note\nNørre,12,\nSønder,7,sent\n"),
         BOTH_A_LINE_LATER},
        {"a row of separators first", BYTES(";;\nnavn;tæller;note\nNørre;12;\nSønder;7;sent\n"),
         BOTH_A_LINE_LATER},
    };
    check(*state, examples, COUNT_OF(examples));
}

static void columns_are_known_by_their_names_in_any_order_and_spelling(void **state)
{
    static const struct example examples[] = {
        {"æ as ae", BYTES("navn;taeller;note\nNord;12;a\n"), "2 Nord|12|a\n"},
        {"capitals and blanks", BYTES(" NAVN ; TÆLLER;\"  Note \"\nNord;12;a\n"), "2 Nord|12|a\n"},
        {"another order", BYTES("note;navn;tæller\na;Nord;12\n"), "2 Nord|12|a\n"},
        {"without the optional one", BYTES("tæller;navn\n12;Nord\n"), "2 Nord|12|\n"},
        {"columns without a name", BYTES("navn;;tæller;note;;\nNord;;12;a;;\n"), "2 Nord|12|a\n"},
        {"no-break blank", BYTES("navn\xC2\xA0;tæller\nNord;12\n"), "2 Nord|12|\n"},
    };
    check(*state, examples, COUNT_OF(examples));
}

static void rows_may_lack_fields_or_have_empty_ones_too_many(void **state)
{
    static const struct example examples[] = {
        {"empty rows", BYTES("navn;tæller;note\n\n;;\nNord;12;a\n ; ;\n;;;;;\n\r\nSyd;7;b\n"),
         "4 Nord|12|a\n8 Syd|7|b\n"},
        {"short rows", BYTES("navn;tæller;note\nNord;12\nSyd\n;7\n"),
         "2 Nord|12|\n3 Syd||\n4 |7|\n"},
        {"short rows, a column without a header", BYTES("navn;tæller;;note\nNord;12\nSyd;7;;b\n"),
         "2 Nord|12|\n3 Syd|7|b\n"},
        {"long rows", BYTES("navn;tæller;note\nNord;12;a;;;\nSyd;7;b; ;\n"),
         "2 Nord|12|a\n3 Syd|7|b\n"},
        {"header alone", BYTES("navn;tæller;note\n"), ""},
        {"header alone without line end", BYTES("navn;tæller;note"), ""},
    };
    check(*state, examples, COUNT_OF(examples));
}

static void fields_lose_the_blanks_at_their_ends_and_nothing_else(void **state)
{
    static const struct example examples[] = {
        {"blanks", BYTES("navn;tæller;note\n  Nord Øst ;\t12;a  b\n"), "2 Nord Øst|12|a  b\n"},
        {"no-break blanks", BYTES("navn;tæller;note\n\xC2\xA0 Nord\xC2\xA0 \xC2\xA0;12;\xC2\xA0\n"),
         "2 Nord|12|\n"},
        {"blanks in quotes", BYTES("navn;tæller;note\n\" Nord \";\"\t12\";\" \n \"\n"),
         "2 Nord|12|\n"},
        {"separators in quotes", BYTES("navn;tæller;note\n\"Nord;Syd\";12;\"a,b\"\n"),
         "2 Nord;Syd|12|a,b\n"},
        {"quotes in quotes", BYTES("navn;tæller;note\n\"\"\"Nord\"\"\";12;\"a \"\"b\"\" c\"\n"),
         "2 \"Nord\"|12|a \"b\" c\n"},
        {"line ends in quotes", BYTES("navn;tæller;note\n\"Nord\nSyd\";12;\"a\r\nb\"\nØst;1;\n"),
         "2 Nord\nSyd|12|a\r\nb\n5 Øst|1|\n"},
        {"blanks around quotes", BYTES("navn;tæller;note\n \"Nord\" ; \"12\" ;\n"), "2 Nord|12|\n"},
        {"half a no-break blank", BYTES("navn;tæller;note\nNord\xC3\xA0;12;\xC2\xAB\n"),
         "2 Nordà|12|«\n"},
    };
    check(*state, examples, COUNT_OF(examples));
}

/* --- places ----------------------------------------------------------------------------------- */
static void each_field_has_its_line_and_its_column_in_characters(void **state)
{
    struct place *place = *state;
    place->with_places = true;
    static const struct example examples[] = {
        {"plain", BYTES("navn;tæller;note\nNord;12;a\n"), "2 Nord@2:1|12@2:6|a@2:9\n"},
        {"after a mark", BYTES("\xEF\xBB\xBFnavn;tæller\nNord;12\n"), "2 Nord@2:1|12@2:6|@2:0\n"},
        {"after æøå", BYTES("navn;tæller;note\nÆØÅ;æøå;€\n"), "2 ÆØÅ@2:1|æøå@2:5|€@2:9\n"},
        {"after æøå in Windows-1252", BYTES("navn;t\xE6ller;note\n\xC6\xD8\xC5;\xE6;\x80\n"),
         "2 ÆØÅ@2:1|æ@2:5|€@2:7\n"},
        {"after quoted line ends", BYTES("navn;tæller;note\n\"Nord\næø\";12;\"a\r\nb\"\nSyd;7;b\n"),
         "2 Nord\næø@2:1|12@3:5|a\r\nb@3:8\n5 Syd@5:1|7@5:5|b@5:7\n"},
        {"after quoted CR", BYTES("navn;tæller;note\n\"Syd\r\rV\";\"7\";b\n;1;\n"),
         "2 Syd\r\rV@2:1|7@4:4|b@4:8\n5 @5:1|1@5:2|@5:4\n"},
        {"after quoted separators", BYTES("navn;tæller;note\n\"a;;b\";\"1\";x\n"),
         "2 a;;b@2:1|1@2:8|x@2:12\n"},
        {"without a last line end", BYTES("navn;tæller\nNord;12"), "2 Nord@2:1|12@2:6|@2:0\n"},
        {"in another order", BYTES("note;tæller;navn\r\na;12;Nord\r\n"),
         "2 Nord@2:6|12@2:3|a@2:1\n"},
        {"what a row lacks", BYTES("navn;tæller;note\n\nNord\n"), "3 Nord@3:1|@3:0|@3:0\n"},
        {"the blanks before a text belong to its field", BYTES("navn;tæller\n  Nord;  12\n"),
         "2 Nord@2:1|12@2:8|@2:0\n"},
        {"after CR alone", BYTES("navn;tæller\r\rNord;12\r"), "3 Nord@3:1|12@3:6|@3:0\n"},
    };
    check(place, examples, COUNT_OF(examples));
}

/* --- faults of the header --------------------------------------------------------------------- */
static void a_header_that_does_not_fit_is_reported_and_no_row_handed_on(void **state)
{
    static const struct example examples[] = {
        {"unknown", BYTES("navn;tæller;by\nNord;12;a\nSyd;7;b\n"), "1:13 unknown column »by«\n"},
        {"several unknown", BYTES("æ;navn;ø;tæller\n1;2;3;4\n"),
         "1:1 unknown column »æ«\n1:8 unknown column »ø«\n"},
        {"repeated", BYTES("navn;tæller;navn\nNord;12;a\n"),
         "1:13 the column »navn« stands twice\n"},
        {"repeated in another spelling", BYTES("tæller;TAELLER;navn\nNord;12;a\n"),
         "1:8 the column »TAELLER« stands twice\n"},
        {"three times", BYTES("navn;navn;tæller;navn\n1;2;3;4\n"),
         "1:6 the column »navn« stands twice\n1:18 the column »navn« stands twice\n"},
        {"missing", BYTES("navn;note\nNord;a\n"), "1:0 the column »tæller« is missing\n"},
        {"all of it", BYTES("\n\nnote;by;note\nNord;a;b\n"),
         "3:6 unknown column »by«\n3:9 the column »note« stands twice\n"
         "3:0 the column »navn« is missing\n3:0 the column »tæller« is missing\n"},
        {"below sep=", BYTES("sep=;\r\nnavn;by;tæller\r\n1;2;3\r\n"), "2:6 unknown column »by«\n"},
        {"damaged by a quote", BYTES("navn;t\"æller\"\nNord;12\nSyd;7\n"),
         "1:6 quotation marks that do not match\n"},
        {"a quote that is never closed", BYTES("\"navn;tæller\nNord;12\n"),
         "1:1 quotation marks that do not match\n"},
        {"rows broken below it too", BYTES("navn;by;tæller\nNord;1;2\nSyd;\"1\"2;3\n"),
         "1:6 unknown column »by«\n3:5 quotation marks that do not match\n"},
    };
    check(*state, examples, COUNT_OF(examples));
}

/* Fewer fields than the line before, or than the header; and no line end. */
static void a_last_line_that_may_be_cut_is_remarked_on(void **state)
{
    static const struct {
        const char *text;
        unsigned line; /* of the remark, 0 for none */
    } cases[] = {
        {"navn;tæller;note\nNord;12;a\nSyd;7", 3},
        {"navn;tæller;note\nSyd;7", 2},
        {"navn;tæller;note\nNord;12\nSyd", 3},
        {"navn;tæller;note\nNord;12;a\nSyd;7\n;;", 0},
        {"navn;tæller;note\nNord;12;a\nSyd;7\n", 0},
        {"navn;tæller;note\nNord;12\nSyd;7", 0},
        {"navn;tæller;note\nNord;12;a\nSyd;7\r", 0},
        {"navn;tæller;note\nNord;12;a\nSyd;7;", 0},
        {"navn;tæller;note", 0},
    };
    struct place *place = *state;
    place->row_reports = true;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        size_t rows = 0, remarks = 0;
        read_bytes(place, cases[i].text, strlen(cases[i].text));
        for (size_t j = 0; j < place->diagnostics.count; j++) {
            const struct diagnostic *item = &place->diagnostics.items[j];
            bool cut = strstr(item->text, "has no end") != NULL;
            assert_int_equal(item->problem, PROBLEM_REMARK);
            if (cut)
                assert_int_equal(item->at.line, cases[i].line);
            remarks += cut;
            rows += !cut;
        }
        assert_int_equal(remarks, cases[i].line > 0);
        assert_true(rows > 0 || i == COUNT_OF(cases) - 1);
    }
}

static void an_unknown_column_is_answered_with_the_known_ones(void **state)
{
    struct place *place = *state;
    read_bytes(place, BYTES("navn;tæller;by\n"));
    assert_string_equal(place->diagnostics.items[0].text,
                        "unknown column »by« · the columns of this file are: navn, tæller, note");
    place->diagnostics.language = LANGUAGE_DANISH;
    read_bytes(place, BYTES("navn;tæller;by\n"));
    assert_string_equal(place->diagnostics.items[0].text,
                        "ukendt kolonne »by« · filens kolonner er: navn, tæller, note");
}

static void a_file_without_a_header_is_empty(void **state)
{
    static const struct example examples[] = {
        {"nothing", BYTES(""), "file the file is empty\n"},
        {"a mark", BYTES("\xEF\xBB\xBF"), "file the file is empty\n"},
        {"line ends", BYTES("\r\n\n\r"), "file the file is empty\n"},
        {"separators", BYTES(";;;\n;;\n"), "file the file is empty\n"},
        {"sep=; alone", BYTES("sep=;"), "file the file is empty\n"},
        {"sep=; and nothing", BYTES("sep=;\r\n\r\n"), "file the file is empty\n"},
    };
    check(*state, examples, COUNT_OF(examples));
}

static void a_separator_that_cannot_be_told_is_asked_for(void **state)
{
    static const struct example examples[] = {
        {"as many of two", BYTES("navn;tæller,note\n1;2,3\n"),
         "1:0 the separator cannot be told\n"},
        {"on line 3", BYTES("\r\n\r\nnavn;tæller,note\n"), "3:0 the separator cannot be told\n"},
        {"said by sep=", BYTES("sep=;\nnavn;tæller;\"note\"\n1,5;2;3\n"), "3 1,5|2|3\n"},
        {"no separator known", BYTES("sep=|\nnavn|tæller\n"),
         "1:1 unknown column »sep=|«\n1:0 the column »navn« is missing\n"
         "1:0 the column »tæller« is missing\n"},
        {"a quote for a separator", BYTES("sep=\"\nnavn;tæller\n"),
         "1:1 quotation marks that do not match\n"},
        {"quoted separators do not count", BYTES("navn,tæller,\"not;;;e\"\n"),
         "1:13 unknown column »not;;;e«\n"},
    };
    check(*state, examples, COUNT_OF(examples));
}

static void the_delimiter_is_what_the_first_line_has_most_of(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        char delimiter;
    } rows[] = {
        {"a;b;c,d\n1,2,3,4\n", ';'},  {"a,b\n", ','},    {"a\tb\tc;d\r\n;;;;", '\t'},
        {"a,b;\"c;;\nd;\",e\n", ','}, {"a;b,c\n", '\0'}, {"a\tb;c\td;e", '\0'},
        {"alone\n1;2\n", ';'},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        const struct csv_text text = {.text = rows[i].text, .length = strlen(rows[i].text)};
        if (csvfile_delimiter(&text) != rows[i].delimiter)
            fail_msg("»%s« has »%c«", rows[i].text, csvfile_delimiter(&text));
    }
    static const char begun[] = "a,b,c\nd;e\n"; /* records from the second line on */
    const struct csv_text text = {.text = begun, .length = sizeof begun - 1, .start = 6};
    assert_int_equal(csvfile_delimiter(&text), ';');
}

/* Whichever part tells it first. */
static void the_delimiter_is_remembered_from_part_to_part(void **state)
{
    static const struct {
        const char *parts[3];
        char delimiters[3];
    } files[] = {{{"sep=,\n\n", "\n", "a;b;c\n"}, {',', ',', ','}},
                 {{"\n\n", "\na,b,c\n", "a;b;c\n"}, {'\0', ',', ','}},
                 {{",;,\n", "a;b,c\n", "a;b;c\n"}, {',', ',', ','}},
                 {{"\n", "\n", "a\n"}, {'\0', '\0', ';'}}};
    struct place *place = *state;
    const struct input_file file = {place->path, "plan/tal.csv", PROBLEM_SERIES};
    for (size_t i = 0; i < COUNT_OF(files); i++) {
        char delimiter = '\0';
        for (size_t j = 0; j < 3; j++) {
            const char *part = files[i].parts[j];
            struct csv_text text = {&file, part, strlen(part), '\0', 0, (unsigned)j + 1};
            assert_true(csvfile_begin_part(&place->diagnostics, &text, &delimiter));
            assert_int_equal(delimiter, files[i].delimiters[j]);
            assert_int_equal(text.delimiter, delimiter);
        }
    }
    assert_int_equal(place->diagnostics.count, 0);
    struct csv_text text = {&file, "\na;b,c\n", 7, '\0', 0, 4};
    char delimiter = '\0';
    assert_false(csvfile_begin_part(&place->diagnostics, &text, &delimiter));
    place->transcript = "";
    write_problems_down(place);
    assert_string_equal(place->transcript, "5:0 the separator cannot be told\n");
}

static void up_to_64_columns_are_read_and_no_more(void **state)
{
    struct place *place = *state;
    struct arena *arena = place->diagnostics.arena;
    const char *blanks = "";
    for (int i = 0; i < 62; i++)
        blanks = arena_printf(arena, "%s;", blanks);
    const char *most = arena_printf(arena, "navn%s;tæller\nNord%s;12\n", blanks, blanks);
    read_bytes(place, most, strlen(most));
    assert_string_equal(place->transcript, "2 Nord|12|\n");
    const char *empty = arena_printf(arena, "navn;tæller%s;;\nNord;12%s;;;\n", blanks, blanks);
    read_bytes(place, empty, strlen(empty));
    assert_string_equal(place->transcript, "2 Nord|12|\n");
    const char *more = arena_printf(arena, "navn;tæller%s;x;y\nNord;12%s;a;b\n", blanks, blanks);
    read_bytes(place, more, strlen(more));
    assert_string_equal(place->transcript, "1:75 there are more than 64 columns\n");
}

/* --- faults of rows --------------------------------------------------------------------------- */
static void a_row_that_cannot_be_taken_apart_is_reported_and_reading_goes_on(void **state)
{
    static const struct example examples[] = {
        {"text behind a quoted field", BYTES("navn;tæller;note\nNord;1;a\n\"Syd\"x;2;b\nØst;3;c\n"),
         "2 Nord|1|a\n4 Øst|3|c\n3:1 quotation marks that do not match\n"},
        {"a quote inside a field", BYTES("navn;tæller;note\nNord;1\"2;a\nØst;3;c\n"),
         "3 Øst|3|c\n2:6 quotation marks that do not match\n"},
        {"with CR LF", BYTES("navn;tæller;note\r\nNord;1\"2;a\r\nØst;3;c\r\n"),
         "3 Øst|3|c\n2:6 quotation marks that do not match\n"},
        {"with CR", BYTES("navn;tæller;note\rNord;1\"2;a\rØst;3;c\rV\"est;4;d\r"),
         "3 Øst|3|c\n2:6 quotation marks that do not match\n"
         "4:1 quotation marks that do not match\n"},
        {"several", BYTES("navn;tæller\nN\"ord;1\nØst;3\nSyd;\"2\" 3\nVest;4\n"),
         "3 Øst|3|\n5 Vest|4|\n2:1 quotation marks that do not match\n"
         "4:5 quotation marks that do not match\n"},
        {"a quote closed lines later by another", BYTES("navn;tæller\nN;\"1\nØ;2\nS;\"3\"\nV;4\n"),
         "5 V|4|\n2:3 quotation marks that do not match\n"},
        {"never closed", BYTES("navn;tæller\nNord;1\næ;\"2\nSyd;3\n"),
         "2 Nord|1|\n3:3 quotation marks that do not match\n"},
        {"in the last line", BYTES("navn;tæller\nNord;1\nSyd;\"2\"x"),
         "2 Nord|1|\n3:5 quotation marks that do not match\n"},
        {"after æøå and a mark", BYTES("\xEF\xBB\xBFnavn;tæller\n\"æ\nøå\";1\"\nSyd;3\n"),
         "4 Syd|3|\n3:5 quotation marks that do not match\n"},
    };
    check(*state, examples, COUNT_OF(examples));
}

static void text_in_a_column_without_a_header_is_reported_once_a_row(void **state)
{
    static const struct example examples[] = {
        {"beyond the header", BYTES("navn;tæller;note\nNord;1;a;;x;y\nSyd;2;b\n"),
         "3 Syd|2|b\n2:11 there is something in a column without a header\n"},
        {"under a blank name", BYTES("navn;;tæller\nNord;x;1\nSyd;;2\n"),
         "3 Syd|2|\n2:6 there is something in a column without a header\n"},
        {"in two rows", BYTES("navn;tæller\nÆ;1;x\nØ;2;y\n"),
         "2:5 there is something in a column without a header\n"
         "3:5 there is something in a column without a header\n"},
    };
    check(*state, examples, COUNT_OF(examples));
}

static void a_field_of_70_kb_is_reported_and_reading_goes_on(void **state)
{
    struct place *place = *state;
    struct arena *arena = place->diagnostics.arena;
    const char *text =
        arena_printf(arena, "navn;tæller\nNord;1\næ;%070000d\nSyd;2\nØst;%060000d\n", 0, 7);
    read_bytes(place, text, strlen(text));
    const char *expected = arena_printf(
        arena,
        "2 Nord|1|\n4 Syd|2|\n5 Øst|%060000d|\n3:3 a field is longer than 65536 characters\n", 7);
    assert_string_equal(place->transcript, expected);
    text = arena_printf(arena, "navn;tæller\nNord;\"%070000d\nSyd;2\n", 0);
    read_bytes(place, text, strlen(text));
    assert_string_equal(place->transcript,
                        "3 Syd|2|\n2:6 a field is longer than 65536 characters\n");
}

/* --- faults of the file ----------------------------------------------------------------------- */
static void a_damaged_file_is_reported_and_not_read(void **state)
{
    static const struct example examples[] = {
        {"NUL", BYTES("navn;tæller\nNo\0rd;12\n"), "2:0 the file is not plain text\n"},
        {"U+FFFD", BYTES("navn;tæller\nN\xEF\xBF\xBDrre;12\n"),
         "2:2 letters were damaged by an earlier conversion (»\xEF\xBF\xBD«)\n"},
        {"converted twice", BYTES("navn;tÃ¦ller\nNord;12\n"),
         "1:7 letters were damaged by an earlier conversion (»Ã¦«)\n"},
        {"neither encoding", BYTES("navn;t\xE6ller\nNord;\x81\n"),
         "2:0 a character is neither UTF-8 nor Windows-1252\n"},
    };
    check(*state, examples, COUNT_OF(examples));
}

static void a_file_that_is_not_there_is_reported(void **state)
{
    struct place *place = *state;
    assert_false(read_file(place));
    assert_string_equal(place->transcript, "file does not exist\n");
}

static void what_the_row_function_reports_does_not_count(void **state)
{
    struct place *place = *state;
    place->row_reports = true;
    read_bytes(place, BYTES("navn;tæller\nNord;12\nSyd;7\n"));
    assert_true(read_file(place));
    assert_string_equal(place->transcript, "2 Nord|12|\n3 Syd|7|\n2:0 a row\n3:0 a row\n");
}

/* A quarter of a million rows, and as many separators in one line, must not take minutes. */
static void the_time_to_read_grows_no_faster_than_the_file(void **state)
{
    struct place *place = *state;
    const size_t length = 2000000;
    char *text = arena_alloc(place->diagnostics.arena, length, 1);
    static const char header[] = "navn;tæller\n";
    memset(text, '\n', length);
    memcpy(text, header, sizeof header - 1);
    read_bytes(place, text, length);
    assert_string_equal(place->transcript, "");
    memset(text + sizeof header - 1, ';', length - sizeof header + 1);
    read_bytes(place, text, length);
    assert_string_equal(place->transcript, "");
    memset(text, ';', length);
    read_bytes(place, text, length);
    assert_string_equal(place->transcript, "file the file is empty\n");
}

/* --- a file read in parts --------------------------------------------------------------------- */
#define MANY_ROWS 20000

/* Where each row stands, by the number in its first field. */
struct gathered {
    struct location navn[MANY_ROWS];
    unsigned count, next;
    bool in_order;
};

static void gather(void *context, const struct csv_row *row)
{
    struct gathered *gathered = context;
    unsigned long number = strtoul(row->fields[0].text, NULL, 10);
    assert_true(number < MANY_ROWS);
    assert_int_equal(strtoul(row->fields[1].text, NULL, 10), 3 * number);
    assert_string_equal(row->fields[2].text, number % 11 ? "a; \"b\"\nc" : "æ");
    assert_int_equal(row->at.line, csvrecords_at(&row->fields[0]).line);
    gathered->navn[number] = csvrecords_at(&row->fields[0]);
    gathered->in_order = gathered->in_order && number == gathered->next;
    gathered->next = (unsigned)number + 1;
    gathered->count++;
}

/* `header`, MANY_ROWS rows, all but each eleventh over two lines, and `end`. */
static void write_many(const struct place *place, const char *header, const char *end)
{
    FILE *stream = fopen(place->path, "wb");
    assert_non_null(stream);
    fputs(header, stream);
    for (unsigned i = 0; i < MANY_ROWS; i++)
        fprintf(stream, "%u;%u;%s\n", i, 3 * i, i % 11 ? "\"a; \"\"b\"\"\nc\"" : "æ");
    fputs(end, stream);
    assert_int_equal(fclose(stream), 0);
}

#define HEADER "navn;tæller;note\n"

static void a_file_in_parts_has_the_same_rows_as_in_one_go(void **state)
{
    struct place *place = *state;
    struct diagnostics *diagnostics = &place->diagnostics;
    const struct input_file file = {place->path, "plan/tal.csv", PROBLEM_SERIES};
    const struct csv_format format = {columns, COLUMNS, gather};
    struct gathered *whole = arena_alloc(diagnostics->arena, 1, sizeof *whole);
    struct gathered *apart = arena_alloc(diagnostics->arena, 1, sizeof *apart);
    write_many(place, HEADER, "");
    whole->in_order = true;
    assert_true(csvfile_read(diagnostics, &file, &format, whole));
    assert_int_equal(whole->count, MANY_ROWS);
    assert_true(whole->in_order);

    struct csv_source *source = csvfile_open(diagnostics, &file, &format);
    assert_non_null(source);
    size_t count = csvfile_parts(source);
    assert_true(count > 2);
    for (size_t i = count; i-- > 0;) { /* in any order */
        unsigned before = apart->count;
        assert_true(csvfile_read_part(diagnostics, source, i, apart));
        assert_true(apart->count > before && apart->count - before <= csvfile_lines(source, i));
    }
    assert_int_equal(diagnostics->count, 0);
    assert_int_equal(apart->count, MANY_ROWS);
    for (size_t i = 0; i < MANY_ROWS; i++) {
        assert_int_equal(apart->navn[i].line, whole->navn[i].line);
        assert_int_equal(apart->navn[i].column, 1);
    }
    assert_true(csvfile_fits(source));
    csvfile_close(source);
    source = csvfile_open_whole(diagnostics, &file, &format);
    assert_int_equal(csvfile_parts(source), 1);
    *apart = (struct gathered){.in_order = true};
    assert_true(csvfile_read_part(diagnostics, source, 0, apart));
    assert_true(apart->count <= csvfile_lines(source, 0));
    assert_int_equal(apart->count, MANY_ROWS);
    assert_true(apart->in_order);
    csvfile_close(source);
}

static void only_the_part_with_a_broken_row_is_unsound(void **state)
{
    struct place *place = *state;
    struct diagnostics *diagnostics = &place->diagnostics;
    const struct input_file file = {place->path, "plan/tal.csv", PROBLEM_SERIES};
    const struct csv_format format = {columns, COLUMNS, gather};
    struct gathered *gathered = arena_alloc(diagnostics->arena, 1, sizeof *gathered);
    write_many(place, HEADER, "1;\"2\"3;\n");
    struct csv_source *source = csvfile_open(diagnostics, &file, &format);
    assert_non_null(source);
    size_t count = csvfile_parts(source);
    for (size_t i = 0; i < count; i++) {
        bool sound = csvfile_read_part(diagnostics, source, i, gathered);
        assert_int_equal(sound, i + 1 < count);
    }
    csvfile_close(source);
    assert_int_equal(gathered->count, MANY_ROWS);
    place->transcript = "";
    write_problems_down(place);
    /* The header, the rows, and the second lines of all but each eleventh are before it. */
    assert_string_equal(place->transcript,
                        arena_printf(diagnostics->arena, "%d:3 quotation marks that do not match\n",
                                     1 + 2 * MANY_ROWS - (MANY_ROWS + 10) / 11 + 1));
}

static void a_header_that_does_not_fit_makes_every_part_unsound_and_empty(void **state)
{
    struct place *place = *state;
    struct diagnostics *diagnostics = &place->diagnostics;
    const struct input_file file = {place->path, "plan/tal.csv", PROBLEM_SERIES};
    const struct csv_format format = {columns, COLUMNS, gather};
    struct gathered *gathered = arena_alloc(diagnostics->arena, 1, sizeof *gathered);
    assert_null(csvfile_open(diagnostics, &file, &format)); /* there is no file yet */
    assert_int_equal(diagnostics->count, 1);
    write_many(place, "navn;antal;note\n", "");
    struct csv_source *source = csvfile_open(diagnostics, &file, &format);
    assert_non_null(source);
    assert_int_equal(diagnostics->count, 3); /* an unknown column, and a missing one */
    size_t count = csvfile_parts(source);
    for (size_t i = 0; i < count; i++)
        assert_false(csvfile_read_part(diagnostics, source, i, gathered));
    csvfile_close(source);
    assert_int_equal(gathered->count, 0);
    assert_int_equal(diagnostics->count, 3);
}

/* More empty lines and rows before the header than a part has. */
static void a_header_may_be_in_a_later_part(void **state)
{
    struct place *place = *state;
    struct diagnostics *diagnostics = &place->diagnostics;
    const struct input_file file = {place->path, "plan/tal.csv", PROBLEM_SERIES};
    const struct csv_format format = {columns, COLUMNS, gather};
    struct gathered *gathered = arena_alloc(diagnostics->arena, 1, sizeof *gathered);
    static const char *const before[] = {"\n", ";;\n"};
    for (size_t i = 0; i < COUNT_OF(before); i++) {
        const size_t blank = 300000;
        char *header = arena_alloc(diagnostics->arena, blank * 3 + 100, 1);
        for (size_t j = 0; j < blank; j++)
            memcpy(header + j * strlen(before[i]), before[i], strlen(before[i]));
        strcpy(header + blank * strlen(before[i]), HEADER);
        write_many(place, header, "");
        *gathered = (struct gathered){.in_order = true};
        struct csv_source *source = csvfile_open(diagnostics, &file, &format);
        assert_non_null(source);
        for (size_t j = 0; j < csvfile_parts(source); j++)
            assert_true(csvfile_read_part(diagnostics, source, j, gathered));
        csvfile_close(source);
        assert_int_equal(gathered->count, MANY_ROWS);
        assert_true(gathered->in_order);
        assert_int_equal(gathered->navn[0].line, blank + 2);
    }
    assert_int_equal(diagnostics->count, 0);
}

/* While it is opened the whole file is read instead; what then cannot be read is told. */
static void a_drive_that_does_not_answer_is_told(void **state)
{
    static const struct {
        unsigned call; /* the mark, what the parts are, the header, the rows */
        bool opens, reads;
    } cases[] = {{1, true, true}, {2, true, true}, {3, false, false}, {4, true, false}};
    struct place *place = *state;
    struct input_file file = {place->path, "plan/tal.csv", PROBLEM_SERIES};
    struct csv_format format = {columns, COLUMNS, write_down};
    read_bytes(place, BYTES("navn;tæller\na;1\n"));
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        place->diagnostics.count = 0;
        place->transcript = "";
        unanswered = cases[i].call;
        struct csv_source *source = csvfile_open(&place->diagnostics, &file, &format);
        assert_int_equal(source != NULL, cases[i].opens);
        bool sound = source && csvfile_read_part(&place->diagnostics, source, 0, place);
        assert_int_equal(sound, cases[i].reads);
        assert_int_equal(unanswered, 0);
        assert_string_equal(place->transcript, sound ? "2 a|1|\n" : "");
        assert_int_equal(place->diagnostics.count, !sound);
        if (source)
            csvfile_close(source);
    }
}

#define CSVFILE_TEST(test) cmocka_unit_test_setup_teardown(test, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CSVFILE_TEST(any_line_ends_encoding_and_separator_give_the_same_rows),
        CSVFILE_TEST(columns_are_known_by_their_names_in_any_order_and_spelling),
        CSVFILE_TEST(rows_may_lack_fields_or_have_empty_ones_too_many),
        CSVFILE_TEST(fields_lose_the_blanks_at_their_ends_and_nothing_else),
        CSVFILE_TEST(each_field_has_its_line_and_its_column_in_characters),
        CSVFILE_TEST(a_header_that_does_not_fit_is_reported_and_no_row_handed_on),
        CSVFILE_TEST(a_last_line_that_may_be_cut_is_remarked_on),
        CSVFILE_TEST(an_unknown_column_is_answered_with_the_known_ones),
        CSVFILE_TEST(a_file_without_a_header_is_empty),
        CSVFILE_TEST(a_separator_that_cannot_be_told_is_asked_for),
        cmocka_unit_test(the_delimiter_is_what_the_first_line_has_most_of),
        CSVFILE_TEST(the_delimiter_is_remembered_from_part_to_part),
        CSVFILE_TEST(up_to_64_columns_are_read_and_no_more),
        CSVFILE_TEST(a_row_that_cannot_be_taken_apart_is_reported_and_reading_goes_on),
        CSVFILE_TEST(text_in_a_column_without_a_header_is_reported_once_a_row),
        CSVFILE_TEST(a_field_of_70_kb_is_reported_and_reading_goes_on),
        CSVFILE_TEST(a_damaged_file_is_reported_and_not_read),
        CSVFILE_TEST(a_file_that_is_not_there_is_reported),
        CSVFILE_TEST(what_the_row_function_reports_does_not_count),
        CSVFILE_TEST(the_time_to_read_grows_no_faster_than_the_file),
        CSVFILE_TEST(a_file_in_parts_has_the_same_rows_as_in_one_go),
        CSVFILE_TEST(only_the_part_with_a_broken_row_is_unsound),
        CSVFILE_TEST(a_header_that_does_not_fit_makes_every_part_unsound_and_empty),
        CSVFILE_TEST(a_header_may_be_in_a_later_part),
        CSVFILE_TEST(a_drive_that_does_not_answer_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
