#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# unpack.sh FOLDER: every byte of every file in it, to standard output; with what is packed inside
# .xlsx, .docx and other zip files, and the text and the streams of PDF files. Assumes unzip,
# pdftotext (poppler-utils) and qpdf where there are such files.
set -eu

find "$1" -type f | sort | while read -r file; do
    cat "$file"
    case $(head -c 4 "$file" | tr -d '\0') in
    PK*) unzip -p "$file" ;;
    %PDF)
        pdftotext "$file" -
        qpdf --qdf --object-streams=disable "$file" -
        ;;
    esac
done
