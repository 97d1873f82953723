/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures of two years with age groups and movers, for tests of what is written about them. */
#ifndef PEJLING_TESTS_STRUCTURE_ROWS_H
#define PEJLING_TESTS_STRUCTURE_ROWS_H

#define AGE_ROWS                                                                                   \
    "andelen;by;2021;;3800;30000;;;\nandelen;by;2022;;3600;30200;;;\n"                             \
    "andelen;nord;2021;;120;600;;;\nandelen;nord;2022;;115;581;;;\n"                               \
    "andelen;syd;2021;;80;430;;;\nandelen;syd;2022;;82;430;;;\n"                                   \
    "andelen;by;2021;18-29;1700;9000;;;\nandelen;by;2022;18-29;1600;9100;;;\n"                     \
    "andelen;nord;2021;18-29;60;200;;;\nandelen;nord;2022;18-29;75;211;;;\n"                       \
    "andelen;syd;2021;18-29;30;130;;;\nandelen;syd;2022;18-29;31;120;;;\n"                         \
    "andelen;by;2021;30-64;2100;21000;;;\nandelen;by;2022;30-64;2000;21100;;;\n"                   \
    "andelen;nord;2021;30-64;60;400;;;\nandelen;nord;2022;30-64;40;370;;;\n"                       \
    "andelen;syd;2021;30-64;50;300;;;\nandelen;syd;2022;30-64;51;310;;;\n"

#define MOVER_ROWS                                                                                 \
    "raten;by;2021;;900;30000;;;\nraten;by;2022;;880;30000;;;\n"                                   \
    "raten;nord;2021;;60;600;;;\nraten;nord;2022;;50;580;;;\n"                                     \
    "raten;nord;2021;fastboende;45;500;;;\nraten;nord;2022;fastboende;40;460;;;\n"                 \
    "raten;nord;2022;fraflyttere;12;140;;;\nraten;nord;2022;tilflyttere;10;120;;;\n"

#endif
