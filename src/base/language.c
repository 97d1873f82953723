/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/base/language.h"

const char *say(enum language language, const char *danish, const char *english)
{
    return language == LANGUAGE_ENGLISH ? english : danish;
}
