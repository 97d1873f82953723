/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/program/libraries.h"

#include <jansson.h>
#include <openssl/crypto.h>

#include "pejling/disclosure/linear_program.h"
#include "pejling/input/csvrecords.h"
#include "pejling/input/package.h"
#include "pejling/input/xlsx.h"
#include "pejling/present/workbook_file.h"
#include "pejling/stats/distribution.h"

struct library library_at(size_t index)
{
    const struct library libraries[] = {
        {"expat", xlsx_library()},
        {"glpk", linear_program_library()},
        {"gsl", distribution_library()},
        {"jansson", jansson_version_str()},
        {"libcrypto", OpenSSL_version(OPENSSL_VERSION_STRING)},
        {"libcsv", csvrecords_library()},
        {"libxlsxwriter", workbook_library()},
        {"zlib", package_library()},
    };
    return index < sizeof libraries / sizeof *libraries ? libraries[index]
                                                        : (struct library){NULL, NULL};
}
