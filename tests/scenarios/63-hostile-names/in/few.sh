# few.sh FOLDER: the example with three of its indicators.
mkdir -p "$1/observationer"
(cd "$REPOSITORY/data/eksempel" && find . -name '*.csv' ! -name kalibrering.csv) |
    while read -r file; do
        awk -F';' -v all="$(echo "$file" | grep -e plan -e omraader)" '
            FNR == 1 || all || $1 ~ /^(dagtilbud|sigtelser|trygge)$/ || $5 ~ /^(dagtilbud|trygge)$/
        ' "$REPOSITORY/data/eksempel/$file" >"$1/$file"
    done
find "$1/observationer" -size -120c -exec rm {} +
