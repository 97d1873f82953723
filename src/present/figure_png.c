/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/figure_png.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

#define SIGNATURE_SIZE 8
#define HEADER_SIZE                                                                                \
    25 /* the chunk IHDR, which always comes first: 13 bytes and what is around them */
#define SIZE_CHUNK 21 /* the chunk pHYs: 9 bytes and what is around them */
#define WIDTH_AT 16

static void put_number(unsigned char bytes[4], uint32_t number)
{
    for (int i = 0; i < 4; i++)
        bytes[i] = (unsigned char)(number >> (24 - 8 * i));
}

static uint32_t number_at(const char *bytes)
{
    uint32_t number = 0;
    for (int i = 0; i < 4; i++)
        number = number << 8 | (unsigned char)bytes[i];
    return number;
}

/* The checksum of a chunk (PNG specification, annex D). */
static uint32_t checksum(const unsigned char *bytes, size_t length)
{
    uint32_t sum = 0xFFFFFFFF;
    for (size_t i = 0; i < length; i++) {
        sum ^= bytes[i];
        for (int bit = 0; bit < 8; bit++)
            sum = sum & 1 ? sum >> 1 ^ 0xEDB88320 : sum >> 1;
    }
    return ~sum;
}

/* pHYs: dots per metre across and down, and that the unit is the metre. */
static void make_size(unsigned char chunk[SIZE_CHUNK], double dots_per_metre)
{
    uint32_t dots = (uint32_t)lround(dots_per_metre);
    put_number(chunk, SIZE_CHUNK - 12);
    memcpy(chunk + 4, "pHYs", 4); /* NOLINT(bugprone-not-null-terminated-result): no text */
    put_number(chunk + 8, dots);
    put_number(chunk + 12, dots);
    chunk[16] = 1;
    put_number(chunk + 17, checksum(chunk + 4, SIZE_CHUNK - 8));
}

static bool begins_as_png(const char *png, size_t length)
{
    static const char signature[] = "\x89PNG\r\n\x1A\n";
    return length > SIGNATURE_SIZE + HEADER_SIZE && memcmp(png, signature, SIGNATURE_SIZE) == 0;
}

bool figure_png_is_whole(const char *png, size_t length)
{
    static const char end[] = "IEND\xAE\x42\x60\x82";
    size_t end_size = sizeof end - 1;
    return begins_as_png(png, length) && memcmp(png + length - end_size, end, end_size) == 0;
}

void figure_png_write(struct sink *sink, const char *png, size_t length, double centimetres)
{
    size_t head = SIGNATURE_SIZE + HEADER_SIZE;
    if (begins_as_png(png, length)) {
        unsigned char chunk[SIZE_CHUNK];
        make_size(chunk, number_at(png + WIDTH_AT) * 100.0 / centimetres);
        sink_bytes(sink, png, head);
        sink_bytes(sink, chunk, sizeof chunk);
        png += head;
        length -= head;
    }
    sink_bytes(sink, png, length);
}
