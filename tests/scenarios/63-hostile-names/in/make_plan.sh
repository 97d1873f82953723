# make_plan.sh EXAMPLE FOLDER FIRST: the example plan with hostile texts, from line FIRST of them on.
rm -f used.txt names.txt shown.txt
: >used.txt
mkdir -p "$2/observationer"
table() { awk -v columns="$2" -v first="$4" -f hostile.awk "$example/$1" >"$3/$1"; }
example=$1
for file in "$1"/observationer/*.csv; do
    table "observationer/${file##*/}" '4 10' "$2" "$3" # groups first: they come with formulas
done
table plan.csv 'titel udgave' "$2" "$3"
table omraader.csv '2 7 8' "$2" "$3"
table indikatorer.csv '2 3 4 5 7 11 13 19' "$2" "$3"
table brud.csv 4 "$2" "$3"
table forandringsteori.csv '1 2 4' "$2" "$3"
cp "$1/maaltal.csv" "$2"
# a note of 40,000 characters, more than a cell of a workbook holds
awk 'BEGIN { for (i = 0; i < 40000; i++) printf "x"; print "" }' >long.txt
printf 's/^\(trygge;.*\)"$/\\1%s"/\n' "$(cat long.txt)" >long.sed
sed -i -f long.sed "$2/indikatorer.csv"
