/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/program/plan_guide.h"

#include <stdio.h>
#include <string.h>

#include "pejling/base/text.h"
#include "pejling/present/glossary.h"

#define WIDTH 76 /* characters a line, since Notepad may not wrap; rows of files are as they are */

enum kind { TITLE, HEADING, PARAGRAPH, STEP, ITEM, EXAMPLE };

struct block {
    enum kind kind;
    const char *danish, *english;
};

/* --- the text ---------------------------------------------------------------------------------- */
static const struct block blocks[] = {
    {TITLE, "Sådan udfylder du planmappen", "How to fill in the plan folder"},
    {PARAGRAPH,
     "Mappen her er en plan, som programmet pejling kan læse. De ni faste indikatorer, som "
     "Landsbyggefonden har fastsat for boligsociale helhedsplaner, er skrevet ind på forhånd. "
     "Det, der mangler, er planens egne navne, datoer og tal. Alle filer kan åbnes og rettes "
     "i Excel.",
     "This folder is a plan that the program pejling can read. The nine indicators that "
     "Landsbyggefonden fixes for every boligsocial helhedsplan are written into it already. "
     "What is lacking is the plan's own names, dates and figures. Every file can be opened "
     "and changed in Excel. Headers, roles, types and statuses stay Danish, since they are "
     "the format."},

    {HEADING, "Trin for trin", "Step by step"},
    {STEP,
     "Åbn plan.csv, og udfyld titel, planstart, planslut, basisår og udgave. Resten kan blive "
     "stående.",
     "Open plan.csv and fill in titel, planstart, planslut, basisår and udgave. The rest can "
     "stay as it is."},
    {STEP,
     "Åbn omraader.csv, og skriv navnene på kommunen, områderne og afdelingerne. Slet de "
     "rækker, du ikke bruger. Mangler der en række, så kopiér en, og giv den sin egen kode.",
     "Open omraader.csv and write the names of the municipality, the areas and their "
     "sections. Delete the rows you do not use. Where one is lacking, copy a row and give it "
     "a code of its own."},
    {STEP,
     "Se indikatorer.csv igennem. De ni faste indikatorer fylder ti rækker, for nummer 9 er "
     "to serier: kommunalvalg og folketingsvalg. Dine egne indikatorer tilføjes i nye rækker.",
     "Look through indikatorer.csv. The nine fixed indicators take ten rows, for number 9 is "
     "two series: municipal and general elections. Add indicators of your own in new rows."},
    {STEP,
     "Skriv tallene i filerne i mappen observationer: en række for hver indikator, hvert "
     "område og hver periode. Kommunens tal skal med, for det er dem, områderne sammenlignes "
     "med. Har du tallene i filer fra StatBank, Beboerdata eller Excel, så hent dem ind i "
     "stedet; se nedenfor.",
     "Write the figures into the files of the folder observationer: a row for each indicator, "
     "area and period. Give the municipality's figures too, for the areas are compared with "
     "them. If you have the figures in files from StatBank, Beboerdata or Excel, fetch them "
     "instead; see below."},
    {STEP,
     "Se brud.csv igennem. Har planen måltal eller en forandringsteori, så udfyld maaltal.csv "
     "og forandringsteori.csv; ellers kan de to filer blive liggende, som de er.",
     "Look through brud.csv. If the plan has targets or a theory of change, fill in "
     "maaltal.csv and forandringsteori.csv; else leave those two files as they are."},
    {STEP,
     "Skriv »pejling check« og mappens navn. Hver linje i svaret er noget, der skal ordnes. "
     "»omraader.csv:3:11« er linje 3 i omraader.csv, ved tegn nummer 11. Overskrifterne er "
     "linje 1.",
     "Write »pejling check« and the name of the folder. Each line of the answer is something "
     "to see to. »omraader.csv:3:11« is line 3 of omraader.csv, at its character number 11. "
     "The headers are line 1."},
    {STEP,
     "Skriv »pejling run« og mappens navn, når der ikke er flere fejl. Udgaven til seminaret "
     "ligger derefter i mappen out: åbn seminar.html i en browser. Ret et tal, kør igen, og "
     "det nye tal er der.",
     "When no faults are left, write »pejling run« and the name of the folder. The edition "
     "for the seminar then lies in the folder out: open seminar.html in a browser. Change a "
     "figure, run it again, and the new figure is there."},
    {PARAGRAPH,
     "Er programmet ikke installeret på computeren, så gå til programmets egen mappe, og "
     "skriv build/release/pejling i stedet for pejling. En indikator uden tal er ingen fejl: "
     "programmet minder om den og laver udgaven uden den.",
     "If the program is not installed on the computer, go to the program's own folder and "
     "write build/release/pejling instead of pejling. An indicator without figures is no "
     "fault: the program reminds you of it and makes the edition without it."},

    {HEADING, "Excel og CSV", "Excel and CSV"},
    {ITEM,
     "Gem altid som »CSV (semikolonsepareret)« eller »CSV UTF-8«. Excel advarer om, at noget "
     "kan gå tabt; svar ja til at beholde formatet. Luk filen, når den er gemt.",
     "Always save as »CSV (semikolonsepareret)« or »CSV UTF-8«. Excel warns that something "
     "may get lost; answer yes to keep the format. Close the file when it is saved."},
    {ITEM, "Tal skrives med komma før decimalerne og uden punktum: 1250,5.",
     "Write numbers with a comma before the decimals and without points: 1250,5."},
    {ITEM,
     "Datoer skrives som 2021-10-01. Excel gemmer dem måske som 01-10-2021, og det er lige så "
     "godt. Er en dato blevet til et tal som 44470, så formatér cellen som dato, og gem igen.",
     "Write dates like 2021-10-01. Excel may save them as 01-10-2021, which is just as good. "
     "Where a date has become a number like 44470, format the cell as a date and save again."},
    {ITEM,
     "Nogle skoleår laver Excel om til måneder: 2011/12 bliver til dec-11. Formatér kolonnen "
     "som tekst, før du skriver i den. En CSV-fil husker ikke formatet, så det kan ske igen, "
     "næste gang filen åbnes og gemmes; »pejling check« opdager det.",
     "Excel turns some school years into months: 2011/12 becomes dec-11. Format the column as "
     "text before you write in it. A CSV file does not remember the format, so it can happen "
     "again the next time the file is opened and saved; »pejling check« notices."},
    {ITEM,
     "En dag som 09-30 i kolonnen opgørelse kan blive til sep-30. Det læser programmet "
     "rigtigt.",
     "A day like 09-30 in the column opgørelse may become sep-30. The program reads that "
     "right."},
    {ITEM,
     "En kode består af a-z, 0-9 og _ og begynder med et bogstav. Den må ikke ligne en måned "
     "(jan15), for den laver Excel om.",
     "A code consists of a-z, 0-9 and _, and begins with a letter. It must not look like a "
     "month (jan15), for Excel rewrites that."},
    {ITEM,
     "Behold overskrifterne i første linje. Kolonnerne må gerne bytte plads, og tomme rækker "
     "springes over.",
     "Keep the headers in the first line. Columns may change places, and empty rows are "
     "skipped."},

    {HEADING, "plan.csv", "plan.csv"},
    {ITEM, "titel: planens navn, som det skal stå på forsiden.",
     "titel: the plan's name, as it is to stand on the front."},
    {ITEM, "kommune: kommunens kode fra omraader.csv. Den kan være tom, når der kun er én kommune.",
     "kommune: the municipality's code in omraader.csv. It may be blank where there is only "
     "one."},
    {ITEM, "planstart og planslut: helhedsplanens første og sidste dag, for eksempel 2021-10-01.",
     "planstart and planslut: the plan's first and last day, for example 2021-10-01."},
    {ITEM, "basisår: det år, udviklingen måles fra, for eksempel 2021.",
     "basisår: the year that change is measured from, for example 2021."},
    {ITEM, "udgave: udgavens navn, for eksempel 2025.",
     "udgave: the edition's name, for example 2025."},
    {ITEM,
     "tidligere_udgave: mapperne med de udgaver, der allerede er delt, adskilt af |, for "
     "eksempel out/2024|out/2023. Så sikrer programmet, at skjulte tal ikke kan regnes ud ved "
     "at sammenligne udgaverne. Første gang er feltet tomt.",
     "tidligere_udgave: the folders of the editions that have been shared before, separated "
     "by |, for example out/2024|out/2023. The program then sees to it that hidden figures "
     "cannot be worked out by comparing editions. The first time it is blank."},
    {ITEM, "illustrativ: ja, hvis tallene er opdigtede; så står det på alt. Ellers nej.",
     "illustrativ: ja if the figures are invented; then everything says so. Else nej."},
    {ITEM, "konfidens: sikkerhedsintervallernes sikkerhed i pct.",
     "konfidens: the confidence of the intervals in per cent."},
    {ITEM,
     "tærskel: antal under tærsklen skjules i den udgave, der må deles. Er den 5, skjules 1 "
     "til 4.",
     "tærskel: counts under it are hidden in the edition that may be shared. Where it is 5, 1 "
     "to 4 are hidden."},
    {ITEM, "mindste_nævner: grupper med færre personer end det skjules helt.",
     "mindste_nævner: groups of fewer persons than this are hidden altogether."},
    {ITEM,
     "delta: den mindste ændring pr. år, der har betydning, i indikatorens enhed. En "
     "indikator kan have sin egen.",
     "delta: the smallest change a year that matters, in the indicator's unit. An indicator "
     "may have its own."},

    {HEADING, "omraader.csv", "omraader.csv"},
    {ITEM, "kode: et kort navn til brug i filerne. De koder, der står der, kan bruges.",
     "kode: a short name to use in the files. The codes that stand there will do."},
    {ITEM, "navn: navnet, som det skal stå i udgaven.",
     "navn: the name as it is to stand in the edition."},
    {ITEM,
     "rolle: kommune, område eller afdeling; desuden samlet (alle områderne, hvis kilden "
     "giver egne tal for dem), tvilling (et lignende område et andet sted) og land.",
     "rolle: kommune, område (area) or afdeling (section); also samlet (all areas, where the "
     "source gives figures of their own for them), tvilling (a like area elsewhere) and land "
     "(the country)."},
    {ITEM,
     "del_af: for en afdeling koden på dens område. Et område må have feltet tomt, når der "
     "kun er én kommune.",
     "del_af: for a section the code of its area. An area may leave it blank where there is "
     "only one municipality."},
    {ITEM,
     "fra og til: datoer, som kun bruges, når en afdeling kommer ind i området eller går ud "
     "af det undervejs.",
     "fra and til: dates, used only where a section joins or leaves its area on the way."},
    {ITEM, "alias: andre navne, som kilderne bruger, adskilt af |.",
     "alias: other names that the sources use, separated by |."},
    {ITEM, "note: vises i udgaven.", "note: is shown in the edition."},
    {EXAMPLE, "kode;navn;rolle;del_af;fra;til;alias;note",
     "kode;navn;rolle;del_af;fra;til;alias;note"},
    {EXAMPLE, "kommunen;Eksempel Kommune;kommune;;;;Eksempel;",
     "kommunen;Eksempel Kommune;kommune;;;;Eksempel;"},
    {EXAMPLE, "omraade_1;Engparken;område;;;;;", "omraade_1;Engparken;område;;;;;"},
    {EXAMPLE, "afdeling_1a;Engparken Nord;afdeling;omraade_1;;;;",
     "afdeling_1a;Engparken Nord;afdeling;omraade_1;;;;"},

    {HEADING, "indikatorer.csv", "indikatorer.csv"},
    {PARAGRAPH,
     "De faste indikatorer er udfyldt. Se efter, at opgørelse og kilde passer til tallene. "
     "Til dine egne indikatorer er kolonnerne:",
     "The fixed indicators are filled in. See that opgørelse and kilde fit the figures you "
     "have. For indicators of your own the columns are:"},
    {ITEM,
     "kode, navn og kort_navn: koden bruges i filerne, navnet er den fulde ordlyd, og det "
     "korte navn bruges i figurerne.",
     "kode, navn and kort_navn: the code is for the files, the name is the full wording, and "
     "the short name is for the figures."},
    {ITEM, "mål og indsatsområde: det, indikatoren hører under.",
     "mål and indsatsområde: the goal and focus area that it belongs to."},
    {ITEM,
     "type: andel (personer ud af en gruppe), rate (hændelser pr. person), gennemsnit, survey "
     "(spørgeskema) eller værdi (et tal uden antal bag).",
     "type: andel (persons out of a group), rate (events per person), gennemsnit (a mean), "
     "survey, or værdi (a figure without counts)."},
    {ITEM, "enhed og faktor: for eksempel pct. og 100, eller pr. 1.000 og 1000.",
     "enhed and faktor: unit and factor, for example pct. and 100, or pr. 1.000 and 1000."},
    {ITEM, "god_retning: den vej, der er bedst: op, ned eller neutral.",
     "god_retning: the direction that is better: op (up), ned (down) or neutral."},
    {ITEM, "klasse: bestand eller strøm (se ordlisten).",
     "klasse: bestand (stock) or strøm (flow); see the glossary."},
    {ITEM, "målgruppe: hvem der tælles, for eksempel 15-29-årige.",
     "målgruppe: who is counted, for example 15-29-årige."},
    {ITEM,
     "opgørelse: kalenderår, skoleår, kvartal, dato eller dagen for en årlig optælling som "
     "måned-dag (09-30).",
     "opgørelse: kalenderår (year), skoleår (school year), kvartal (quarter), dato (date), or "
     "the day of a yearly count as month-day (09-30)."},
    {ITEM, "kilde: hvor tallene kommer fra. Den vises ved tallene.",
     "kilde: where the figures come from. It is shown beside them."},
    {ITEM, "tendens: ja, eller nej hvis der ikke skal beregnes en tendens.",
     "tendens: ja, or nej where no trend is to be computed."},
    {ITEM, "lbf_nr: 1 til 9 ved de faste indikatorer, ellers tomt.",
     "lbf_nr: 1 to 9 for the fixed indicators, else blank."},
    {ITEM,
     "mindste_antal og følsom: indikatorens egen tærskel, og ja, hvis også »ingen« og »alle« "
     "skal skjules. Af en værdi, der er følsom, viser den delte udgave ingen tal for områder.",
     "mindste_antal and følsom: a threshold of the indicator's own, and ja where »none« and "
     "»everybody« are to be hidden too. Of a value that is sensitive the shared edition shows no "
     "figures of areas."},
    {ITEM, "delta: den mindste ændring pr. år, der har betydning for netop denne indikator.",
     "delta: the smallest change a year that matters for this indicator."},
    {ITEM, "note: vises i udgaven.", "note: is shown in the edition."},

    {HEADING, "Mappen observationer", "The folder observationer"},
    {PARAGRAPH,
     "Alle CSV-filer i mappen læses. De må hedde, hvad du vil, og der må være flere, for "
     "eksempel en for hver kilde. Andre filer skal ikke ligge her.",
     "Every CSV file in the folder is read. Call them what you like, and have as many as you "
     "like, one for each source, say. Do not keep other files here."},
    {ITEM, "indikator: koden fra indikatorer.csv.", "indikator: the code in indikatorer.csv."},
    {ITEM, "område: kode, navn eller alias fra omraader.csv.",
     "område: a code, name or alias in omraader.csv."},
    {ITEM,
     "periode: 2021, 2021/22, 2022K4 eller 2021-11-16, alt efter indikatorens opgørelse. Ved "
     "en fast dag som 09-30 skrives kun årstallet.",
     "periode: 2021, 2021/22, 2022K4 or 2021-11-16, whichever the indicator's opgørelse says. "
     "For a fixed day like 09-30 write the year alone."},
    {ITEM,
     "gruppe: tom for alle; ellers en undergruppe. Aldersgrupper skrives 15-29, 30-64, 65+ og "
     "skal tilsammen være alle; de gives også for kommunen. fastboende er dem, der også boede der "
     "i perioden før, tilflyttere dem, der ikke gjorde; de to er tilsammen alle. fraflyttere er "
     "dem, der er flyttet siden perioden før, med deres tal fra dengang.",
     "gruppe: blank for everybody; else a subgroup. Age groups are written 15-29, 30-64, 65+ and "
     "must make up everybody together; they are given for the municipality too. stayers are those "
     "who also lived there in the period before, in-movers those who did not; the two make up "
     "everybody. out-movers are those who have left since the period before, as they were then."},
    {ITEM, "tæller og nævner: ved andel og rate.",
     "tæller and nævner: numerator and denominator, for andel and rate."},
    {ITEM,
     "værdi, nævner og spredning: ved gennemsnit, for eksempel karaktergennemsnit, antal "
     "elever og spredning. Mangler spredningen, kan der ikke beregnes et sikkerhedsinterval.",
     "værdi, nævner and spredning: for gennemsnit, such as grade mean, number of pupils and "
     "their spread. Without the spread there can be no confidence interval."},
    {ITEM,
     "værdi og nævner: ved survey, altså procenten og antallet af svar; gerne også "
     "svarprocent, designeffekt og population (hvor mange stikprøven er taget blandt). I "
     "stedet for procenten kan tæller være antallet af ja.",
     "værdi and nævner: for survey, the percentage and the number of answers; with "
     "svarprocent (response rate), designeffekt (design effect) and population (how many the "
     "sample was drawn from) where you have them. Instead of the percentage, tæller may be "
     "the number who say yes."},
    {ITEM, "værdi: alene ved typen værdi.", "værdi: alone, for the type værdi."},
    {ITEM, "status: tom, foreløbig, skøn, diskret eller mangler (se nedenfor).",
     "status: blank, foreløbig, skøn, diskret or mangler (see below)."},
    {ITEM, "note: til dig selv.", "note: for yourself."},
    {EXAMPLE, "indikator;område;periode;gruppe;tæller;nævner;værdi;spredning;status;note",
     "indikator;område;periode;gruppe;tæller;nævner;værdi;spredning;status;note"},
    {EXAMPLE, "restgruppen;kommunen;2021;;1980;12000;;;;",
     "restgruppen;kommunen;2021;;1980;12000;;;;"},
    {EXAMPLE, "restgruppen;omraade_1;2021;;45;210;;;;", "restgruppen;omraade_1;2021;;45;210;;;;"},
    {EXAMPLE, "karakterer;omraade_1;2021/22;;;24;5,8;2,4;;",
     "karakterer;omraade_1;2021/22;;;24;5,8;2,4;;"},
    {EXAMPLE, "valg_kv;omraade_1;2021-11-16;;310;620;;;;",
     "valg_kv;omraade_1;2021-11-16;;310;620;;;;"},
    {EXAMPLE, "sigtede_15_29;omraade_1;2021;;;;;;diskret;",
     "sigtede_15_29;omraade_1;2021;;;;;;diskret;"},
    {PARAGRAPH,
     "Skriv antal og ikke procenter. Procenter kan ikke lægges sammen, og gennemsnittet af to "
     "procenter er som regel forkert, fordi der ikke er lige mange personer bag. Programmet "
     "lægger afdelingernes tællere og nævnere sammen til området. Giver kilden tal for "
     "området selv, så brug dem; står begge dele der, gælder områdets.",
     "Write counts, not percentages. Percentages cannot be added up, and the average of two "
     "is as a rule wrong, since there are not equally many persons behind them. The program "
     "adds up the numerators and denominators of sections to their area. Where the source has "
     "figures for the area itself, use those; where both are given, the area's hold."},
    {PARAGRAPH,
     "Har kilden kun procenten, kan indikatorens type sættes til værdi, men så er der ikke "
     "noget interval, og intet bliver skjult. Spørg hellere kilden om antallene.",
     "Where the source has nothing but the percentage, the indicator's type can be set to "
     "værdi, but then there is no interval and nothing is hidden. It is better to ask the "
     "source for the counts."},

    {HEADING, "Når et tal mangler eller er skjult", "When a figure is missing or withheld"},
    {ITEM, "0 betyder nul: der er talt, og der var ingen.",
     "0 means zero: it was counted, and there was nobody."},
    {ITEM, "mangler i status, og tomme talfelter: tallet findes ikke.",
     "mangler in status, and the number fields blank: there is no such figure."},
    {ITEM,
     "diskret i status, og tomme talfelter: kilden skjuler tallet, for eksempel med <5, * "
     "eller x.",
     "diskret in status, and the number fields blank: the source withholds the figure, for "
     "example with <5, * or x."},
    {ITEM, "foreløbig eller skøn i status: tallet er der, men er ikke endeligt.",
     "foreløbig (provisional) or skøn (estimate) in status: there is a figure, but not a "
     "final one."},
    {ITEM, "Ingen række: perioden er ikke med for det område.",
     "No row: that period is left out for that area."},
    {PARAGRAPH,
     "Skriv ikke .. eller - i stedet for et tal. Tegnene betyder noget forskelligt fra kilde "
     "til kilde, og programmet spørger hellere end at gætte.",
     "Do not write .. or - in place of a number. Those signs mean different things from "
     "source to source, and the program asks rather than guesses."},

    {HEADING, "Tal om få personer", "Figures about few persons"},
    {PARAGRAPH,
     "Skriv de rigtige tal, også de små. Programmet skjuler dem selv i den almindelige "
     "udgave, som må deles, og skjuler også de tal, som de små ellers kunne regnes ud fra. "
     "Det kan kun lade sig gøre, når de små tal er med. Planmappen selv og den interne udgave "
     "(--edition intern) må ikke deles med andre.",
     "Write the true figures, small ones too. The program hides them itself in the ordinary "
     "edition, which may be shared, and hides what they could else be worked out from. It can "
     "only do so when the small figures are there. The plan folder itself, and the internal "
     "edition (--edition intern), must not be shared."},

    {HEADING, "Hent tal fra StatBank, Beboerdata og Excel",
     "Fetching figures from StatBank, Beboerdata and Excel"},
    {PARAGRAPH,
     "»pejling import fil.xlsx --to mappe« læser en fil, som den er hentet: CSV fra StatBank (også "
     "BULK), Excel-filer (.xlsx) og CSV fra Excel, med år i rækker eller på tværs. Flere filer kan "
     "nævnes på én gang. Områderne findes på deres navn, kode eller alias i omraader.csv; navne, "
     "der ikke er i planen, nævnes og udelades. Nul, manglende, skjulte tal og rækker, der ikke "
     "findes, holdes ude fra hinanden, og svaret siger, hvor mange der er af hver.",
     "»pejling import file.xlsx --to folder« reads a file as it was fetched: CSV from StatBank "
     "(BULK too), Excel files (.xlsx) and CSV from Excel, with years in rows or across. Several "
     "files can be named at once. Areas are found by their name, code or alias in omraader.csv; "
     "names that are not in the plan are told and left out. Zero, missing and withheld figures, "
     "and rows that are not there, are kept apart, and the answer says how many there are of "
     "each."},
    {PARAGRAPH,
     "Hvad programmet antager, står i kortlaegning-udkast.csv. En indikator, som planen ikke har, "
     "får en ny række sidst i indikatorer.csv; efterse navn, enhed og god_retning. Er noget "
     "forkert, så gem udkastet som for eksempel kortlaegning.csv, ret det, og skriv »pejling "
     "import fil.xlsx --to mappe --map kortlaegning.csv«. Næste år er det den samme linje. "
     "Kolonnerne er:",
     "What the program assumes is in kortlaegning-udkast.csv. An indicator that the plan does not "
     "have gets a new row at the end of indikatorer.csv; check navn, enhed and god_retning. If "
     "something is wrong, save the draft as kortlaegning.csv, say, mend it, and write »pejling "
     "import file.xlsx --to folder --map kortlaegning.csv«. Next year it is the same line. The "
     "columns are:"},
    {ITEM,
     "indikator og felt: hvad tallene er, for eksempel tæller eller nævner til en indikator. "
     "Feltet "
     "kontrol er en procent, som skal passe med tæller og nævner.",
     "indikator and felt: what the figures are, such as numerator or denominator of an indicator. "
     "The field kontrol is a per cent that must agree with them."},
    {ITEM,
     "fil: filens navn, arkets navn eller en del af tabellens titel, når der er flere. Tomt for "
     "alle. Skifter filen navn hvert år, så giv den det samme, eller ret det her.",
     "fil: the file's name, the sheet's name or a part of the table's title, where there are "
     "several. Blank for all. If the file is called differently each year, rename it or mend this "
     "column."},
    {ITEM,
     "udvalg: hvilke rækker og kolonner, for eksempel KØN=I alt & OVERTRÆD=Vold|Røveri. Med | "
     "imellem lægges tallene sammen; tal er navnet på kolonnerne med tal, når der er flere.",
     "udvalg: which rows and columns, such as KØN=I alt & OVERTRÆD=Vold|Røveri. With | between "
     "them figures are added up; tal is the name of the columns of figures, where there are "
     "several."},
    {ITEM,
     "område: kolonnen med områder, eller koden på det område, hele filen handler om. Står "
     "områderne i flere kolonner, så skriv den fineste først: afdeling|kommune.",
     "område: the column of areas, or the code of the area that the whole file is about. Where "
     "areas stand in several columns, write the finest first: afdeling|kommune."},
    {ITEM, "periode og gruppe: perioden for hele filen, og kolonnen med undergrupper. Ofte tomme.",
     "periode and gruppe: the period of the whole file, and the column of subgroups. Often blank."},
    {ITEM,
     "omregning: sum eller gennemsnit af årets kvartaler eller måneder, når alle er der; K1 for "
     "det første kvartal alene (folketallet 1. januar); eller valgdage som "
     "2017=2017-11-21|2021=2021-11-16.",
     "omregning: sum or gennemsnit (mean) of a year's quarters or months, when all are there; K1 "
     "for the first quarter alone (the population on 1 January); or election days such as "
     "2017=2017-11-21|2021=2021-11-16."},
    {ITEM,
     "fraværende: nul, hvis rækker, der ikke findes, betyder nul (StatBanks BULK); ellers tomt.",
     "fraværende: nul, where rows that are not there mean zero (StatBank's BULK); else blank."},
    {ITEM,
     "tegn: hvad tegn betyder, for eksempel nul=-|diskret=x,<5|mangler=... Og decimaltegn: komma "
     "eller punktum, hvis det ikke kan ses på tallene.",
     "tegn: what signs mean, such as nul=-|diskret=x,<5|mangler=... And decimaltegn: komma or "
     "punktum, where the figures do not show it."},
    {PARAGRAPH,
     "Tallene lægges i mappen observationer, hver hentede fils i en fil med samme navn, og dens "
     "linje står i noten. Hentes den igen, ligger det, der stod der før, som forrige_ og filens "
     "navn i planmappen, og rækker, der ikke længere er med, bliver nævnt. Er der fejl, skrives "
     "ingen tal.",
     "The figures go into the folder observationer, those of each fetched file in one of the same "
     "name, with its lines in the notes. When it is fetched again, what stood there before is kept "
     "as forrige_ and the file's name in the plan folder, and rows that are no longer there are "
     "told. If anything is wrong, no figures are written."},

    {HEADING, "brud.csv", "brud.csv"},
    {PARAGRAPH,
     "En række for hvert databrud: indikator, område (tomt for alle), den første periode "
     "efter bruddet og en årsag, der kan læses af alle. De brud, der gælder i hele landet, "
     "står der. Tilføj dine egne, og slet dem, der ikke passer til din kilde.",
     "A row for each break: indikator, område (blank for all), the first period after the "
     "break, and a cause that everybody can read. The breaks that hold in the whole country "
     "are there. Add your own, and delete those that do not fit your source."},
    {EXAMPLE, "indikator;område;periode;årsag", "indikator;område;periode;årsag"},
    {EXAMPLE, "valg_fv;omraade_1;2022-11-01;To valgsteder er lagt sammen.",
     "valg_fv;omraade_1;2022-11-01;To valgsteder er lagt sammen."},

    {HEADING, "maaltal.csv", "maaltal.csv"},
    {PARAGRAPH,
     "En række for hvert måltal: indikator, område, den periode, målet skal være nået i, og "
     "målet i indikatorens enhed.",
     "A row for each target: indikator, område, the period in which it is to be reached, and "
     "mål, the level in the indicator's unit."},
    {EXAMPLE, "indikator;område;periode;mål", "indikator;område;periode;mål"},
    {EXAMPLE, "restgruppen;omraade_1;2025;18,5", "restgruppen;omraade_1;2025;18,5"},

    {HEADING, "forandringsteori.csv", "forandringsteori.csv"},
    {PARAGRAPH,
     "En række for hver aktivitet: indsatsområde, aktivitet, sigt (kort, mellemlang eller "
     "lang), det forventede resultat og eventuelt den indikator, det skal kunne ses på, med "
     "forventet retning (op, ned eller neutral).",
     "A row for each activity: indsatsområde (focus area), aktivitet, sigt (kort, mellemlang "
     "or lang: the short, middle or long run), the expected result, and where there is one "
     "the indicator that should show it, with the expected direction (op, ned or neutral)."},
    {EXAMPLE, "indsatsområde;aktivitet;sigt;forventet_resultat;indikator;forventet_retning",
     "indsatsområde;aktivitet;sigt;forventet_resultat;indikator;forventet_retning"},
    {EXAMPLE, "Beskæftigelse;Fritidsjob;kort;Flere unge prøver et job;restgruppen;ned",
     "Beskæftigelse;Fritidsjob;kort;Flere unge prøver et job;restgruppen;ned"},

    {HEADING, "Ordliste", "Glossary"},
};

/* --- laying it out ----------------------------------------------------------------------------- */
struct layout {
    struct sink *sink;
    enum kind last;
    unsigned step; /* of the steps in a row */
};

static void write_underline(struct sink *sink, const char *text, char mark)
{
    for (unsigned i = text_characters(text, strlen(text)); i > 0; i--)
        sink_bytes(sink, &mark, 1);
    sink_text(sink, "\r\n");
}

/* Words of `text` in lines of WIDTH, the first behind `label` and the others below its text. */
static void write_wrapped(struct sink *sink, const char *label, const char *text)
{
    unsigned indent = (unsigned)strlen(label), used = indent;
    sink_text(sink, label);
    for (bool first = true; *text; first = false) {
        size_t length = strcspn(text, " ");
        unsigned characters = text_characters(text, length);
        if (!first && used + 1 + characters > WIDTH) {
            sink_printf(sink, "\r\n%*s", (int)indent, "");
            used = indent;
        } else if (!first) {
            sink_text(sink, " ");
            used++;
        }
        sink_bytes(sink, text, length);
        used += characters;
        text += length + (text[length] == ' ');
    }
    sink_text(sink, "\r\n");
}

static void write_block(struct layout *layout, enum kind kind, const char *text)
{
    struct sink *sink = layout->sink;
    char label[16] = "";
    bool in_list = kind == layout->last && kind != PARAGRAPH;
    layout->step = in_list ? layout->step + 1 : 1;
    layout->last = kind;
    if (kind != TITLE && !in_list)
        sink_text(sink, kind == HEADING ? "\r\n\r\n" : "\r\n");
    if (kind == STEP)
        snprintf(label, sizeof label, "%u. ", layout->step);
    if (kind == EXAMPLE) /* as it stands: a row of a file has no line ends */
        sink_printf(sink, "    %s\r\n", text);
    else
        write_wrapped(sink, kind == ITEM ? "- " : label, text);
    if (kind == TITLE || kind == HEADING)
        write_underline(sink, text, kind == TITLE ? '=' : '-');
}

const char *plan_guide_name(enum language language)
{
    return say(language, "laes-mig.txt", "read-me.txt");
}

void plan_guide_write(struct sink *sink, enum language language)
{
    struct layout layout = {.sink = sink, .last = TITLE};
    const struct glossary_entry *entry;
    for (size_t i = 0; i < sizeof blocks / sizeof *blocks; i++)
        write_block(&layout, blocks[i].kind, say(language, blocks[i].danish, blocks[i].english));
    for (size_t i = 0; (entry = glossary_at(language, i)); i++) {
        char term[1024];
        snprintf(term, sizeof term, "%s: %s",
                 say(language, entry->danish_term, entry->english_term),
                 say(language, entry->danish_meaning, entry->english_meaning));
        write_block(&layout, ITEM, term);
    }
}
