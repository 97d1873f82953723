/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/input/xml_part.h"

#include "near.h"
#include "xlsx_build.h"

static int setup(void **state)
{
    *state = arena_new();
    return 0;
}

static int teardown(void **state)
{
    arena_free(*state);
    return 0;
}

struct log {
    struct arena *arena;
    const char *text;
};

static enum package_fault log_start(void *context, unsigned depth, const char *name,
                                    const char *const *attributes)
{
    struct log *log = context;
    const char *plain = xml_attribute(attributes, "id");
    const char *prefixed = xml_prefixed(attributes, "id");
    log->text = arena_printf(log->arena, "%s%u<%s %s %s>", log->text, depth, name,
                             plain ? plain : "-", prefixed ? prefixed : "-");
    return strcmp(name, "stop") == 0 ? PACKAGE_TOO_LARGE : PACKAGE_SOUND;
}

static enum package_fault log_end(void *context, unsigned depth)
{
    struct log *log = context;
    log->text = arena_printf(log->arena, "%s/%u", log->text, depth);
    return PACKAGE_SOUND;
}

static enum package_fault log_text(void *context, const char *text, size_t length)
{
    struct log *log = context;
    log->text = arena_printf(log->arena, "%s%.*s", log->text, (int)length, text);
    return memchr(text, '!', length) ? PACKAGE_TOO_LARGE : PACKAGE_SOUND;
}

static enum package_fault ignore_start(void *context, unsigned depth, const char *name,
                                       const char *const *attributes)
{
    (void)context;
    (void)depth;
    (void)name;
    (void)attributes;
    return PACKAGE_SOUND;
}

static enum package_fault read_bytes(struct arena *arena, const char *bytes, size_t length,
                                     const struct xml_handlers *handlers, void *context)
{
    const struct xlsx_part part = {"a", bytes, length};
    struct xlsx_bytes file = xlsx_zip(arena, &part, 1, true);
    struct package *package;
    assert_int_equal(package_open(arena, file.bytes, file.length, &package), PACKAGE_SOUND);
    enum package_fault fault = xml_part_read(package, "a", handlers, context);
    package_close(package);
    return fault;
}

static enum package_fault read_silently(struct arena *arena, const char *xml)
{
    static const struct xml_handlers handlers = {ignore_start, NULL, NULL};
    return read_bytes(arena, xml, strlen(xml), &handlers, NULL);
}

static void elements_and_texts_are_handed_on(void **state)
{
    static const struct xml_handlers handlers = {log_start, log_end, log_text};
    static const struct {
        const char *xml, *log;
        enum package_fault fault;
    } rows[] = {
        {"<a id='1'>x<b/>y</a>", "1<a 1 ->x2<b - ->/2y/1", PACKAGE_SOUND},
        {"<x:a xmlns:x='u' x:id='2'><x:b/></x:a>", "1<a - 2>2<b - ->/2/1", PACKAGE_SOUND},
        {"<a><!-- c --><?p i?><![CDATA[<&]]>&amp;&#230;</a>", "1<a - -><&&æ/1", PACKAGE_SOUND},
        {"<a><stop/><b/></a>", "1<a - ->2<stop - ->", PACKAGE_TOO_LARGE},
        {"<a>b!<c/></a>", "1<a - ->b!", PACKAGE_TOO_LARGE},
        {"<a><b></a>", "1<a - ->2<b - ->", PACKAGE_DAMAGED},
        {"<a>", "1<a - ->", PACKAGE_DAMAGED},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct log log = {*state, ""};
        assert_int_equal(read_bytes(*state, rows[i].xml, strlen(rows[i].xml), &handlers, &log),
                         rows[i].fault);
        assert_string_equal(log.text, rows[i].log);
    }
}

static void only_unicode_is_read(void **state)
{
    static const struct xml_handlers handlers = {log_start, log_end, log_text};
    static const char wide[] = "\xFF\xFE<\0a\0>\0\xE6\0<\0/\0a\0>\0";
    struct log log = {*state, ""};
    assert_int_equal(read_bytes(*state, wide, sizeof wide - 1, &handlers, &log), PACKAGE_SOUND);
    assert_string_equal(log.text, "1<a - ->æ/1");
    static const char declared[] = "<?xml version='1.0' encoding='UTF-16'?><a/>";
    char bytes[2 * sizeof declared] = "\xFF\xFE";
    for (size_t i = 0; i + 1 < sizeof declared; i++)
        bytes[2 * i + 2] = declared[i];
    log.text = "";
    assert_int_equal(read_bytes(*state, bytes, sizeof bytes, &handlers, &log), PACKAGE_SOUND);
    assert_string_equal(log.text, "1<a - ->/1");
    static const struct {
        const char *xml;
        enum package_fault fault;
    } rows[] = {
        {"\xEF\xBB\xBF<?xml version='1.0' encoding='utf-8'?><a/>", PACKAGE_SOUND},
        {"<?xml version='1.0'?><a/>", PACKAGE_SOUND},
        {"<?xml version='1.0' encoding='ISO-8859-1'?><a>\xE6</a>", PACKAGE_DAMAGED},
        {"<?xml version='1.0' encoding='windows-1252'?><a/>", PACKAGE_DAMAGED},
        {"<?xml version='1.0' encoding='UTF-7'?><a/>", PACKAGE_DAMAGED},
        {"<a>\xE6</a>", PACKAGE_DAMAGED},
        {"<a>\x01</a>", PACKAGE_DAMAGED},
        {"", PACKAGE_DAMAGED},
        {"no XML", PACKAGE_DAMAGED},
        {"<a/><a/>", PACKAGE_DAMAGED},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_int_equal(read_silently(*state, rows[i].xml), rows[i].fault);
}

static void no_doctype_is_read(void **state)
{
    static const char *const texts[] = {
        "<!DOCTYPE a><a/>",
        "<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>",
        "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>",
        "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>",
        "<!DOCTYPE a [<!ENTITY % b SYSTEM 'http://127.0.0.1/'> %b;]><a/>",
        "<a>&b;</a>",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_int_equal(read_silently(*state, texts[i]), PACKAGE_DAMAGED);
}

static char *repeated(char *to, const char *text, size_t times)
{
    size_t length = strlen(text);
    for (size_t i = 0; i < times; i++, to += length)
        memcpy(to, text, length);
    return to;
}

static void elements_go_so_deep_and_no_deeper(void **state)
{
    for (size_t depth = XML_PART_DEPTH; depth <= XML_PART_DEPTH + 1; depth++) {
        char *xml = arena_alloc(*state, 7 * depth + 1, 1);
        repeated(repeated(xml, "<a>", depth), "</a>", depth);
        assert_int_equal(read_silently(*state, xml),
                         depth > XML_PART_DEPTH ? PACKAGE_DAMAGED : PACKAGE_SOUND);
    }
}

/* `before`, many times `x`, `after`: some are small enough, the others must be found out soon. */
static void no_piece_goes_on_for_ever(void **state)
{
    static const struct {
        const char *before, *after;
        size_t size;
        enum package_fault fault;
    } rows[] = {
        {"<a b='", "'/>", 60000, PACKAGE_SOUND},
        {"<a b='", "'/>", 30000000, PACKAGE_DAMAGED},
        {"<a><!--", "--></a>", 30000000, PACKAGE_DAMAGED},
        {"<a><?p ", "?></a>", 30000000, PACKAGE_DAMAGED},
        {"<", "/>", 30000000, PACKAGE_DAMAGED},
        {"<a>", "</a>", 30000000, PACKAGE_SOUND},
        {"<a><![CDATA[", "]]></a>", 30000000, PACKAGE_SOUND},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct arena *arena = arena_new();
        char *xml = arena_alloc(arena, rows[i].size + 100, 1);
        repeated(repeated(repeated(xml, rows[i].before, 1), "x", rows[i].size), rows[i].after, 1);
        assert_int_equal(read_silently(arena, xml), rows[i].fault);
        arena_free(arena);
    }
    (void)state;
}

/* New names without end, of elements or of attributes. */
static void names_are_a_limited_lot(void **state)
{
    static const struct {
        unsigned names;
        enum package_fault fault;
    } rows[] = {{1000, PACKAGE_SOUND}, {3 * XML_PART_NAMES, PACKAGE_DAMAGED}};
    for (size_t i = 0; i < 4; i++) {
        unsigned names = rows[i / 2].names;
        char *xml = arena_alloc(*state, (size_t)names * 20 + 20, 1);
        char *end = repeated(xml, "<a>", 1);
        for (unsigned j = 0; j < names; j++)
            end += i % 2 ? sprintf(end, "<e a%u=''/>", j) : sprintf(end, "<e%u/>", j);
        repeated(end, "</a>", 1);
        assert_int_equal(read_silently(*state, xml), rows[i / 2].fault);
    }
}

static void a_part_that_is_missing_is_a_fault(void **state)
{
    static const struct xml_handlers handlers = {ignore_start, NULL, NULL};
    const struct xlsx_part part = {"a", "<a/>", 4};
    struct xlsx_bytes file = xlsx_zip(*state, &part, 1, true);
    struct package *package;
    assert_int_equal(package_open(*state, file.bytes, file.length, &package), PACKAGE_SOUND);
    assert_int_equal(xml_part_read(package, "b", &handlers, NULL), PACKAGE_DAMAGED);
    package_close(package);
}

static void numbers_are_digits_up_to_a_limit(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        bool sound;
        unsigned number;
    } rows[] = {{"0", true, 0},   {"007", true, 7}, {"100", true, 100},      {"101", false, 0},
                {"", false, 0},   {"-1", false, 0}, {" 1", false, 0},        {"1 ", false, 0},
                {"1.", false, 0}, {"+1", false, 0}, {"4294967297", false, 0}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        unsigned number = 0;
        assert_int_equal(xml_number(rows[i].text, 100, &number), rows[i].sound);
        if (rows[i].sound)
            assert_int_equal(number, rows[i].number);
    }
}

static void truth_is_one_or_true(void **state)
{
    (void)state;
    assert_true(xml_true("1") && xml_true("true"));
    assert_false(xml_true("0") || xml_true("false") || xml_true("") || xml_true(NULL));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(elements_and_texts_are_handed_on),
        cmocka_unit_test(only_unicode_is_read),
        cmocka_unit_test(no_doctype_is_read),
        cmocka_unit_test(elements_go_so_deep_and_no_deeper),
        cmocka_unit_test(no_piece_goes_on_for_ever),
        cmocka_unit_test(names_are_a_limited_lot),
        cmocka_unit_test(a_part_that_is_missing_is_a_fault),
        cmocka_unit_test(numbers_are_digits_up_to_a_limit),
        cmocka_unit_test(truth_is_one_or_true),
    };
    return cmocka_run_group_tests_name("xml_part", tests, setup, teardown);
}
