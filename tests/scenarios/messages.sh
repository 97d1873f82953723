# shellcheck shell=sh disable=SC2069 # standard error alone is meant
# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced by the scenarios of messages. `try FILE` takes the plan of 20-messages-of-files, with FILE
# replaced by standard input, and shows every problem found in it: in Danish on standard output, in
# English in the file `english`. `show NAME` does that for the folder `proeve` as it stands.

fresh() {
    rm -rf proeve
    cp -R "$REPOSITORY/tests/scenarios/20-messages-of-files/in/plan" proeve
}

show() {
    echo "# $1"
    $PEJLING check proeve 2>&1 >/dev/null
    echo "status $?"
    {
        echo "# $1"
        $PEJLING check proeve --lang en 2>&1 >/dev/null
    } >>english
}

try() {
    fresh
    cat >"proeve/$1"
    show "$1"
}
