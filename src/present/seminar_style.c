/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/seminar_style.h"

#include <string.h>

#include "pejling/base/printable.h"
#include "pejling/present/wording.h"

#define AREAS_ABREAST 5     /* more of them need a wide screen for their columns */
#define FOOT_CHARACTERS 300 /* of the foot of a page: three lines */

static const char screen[] =
    ":root{--ink:#1b1f24;--muted:#5a626c;--line:#b9c0c8;--faint:#e3e6ea;--soft:#f4f1ea;"
    "--worse:#ab4610;--better:#1b5e9b}"
    "*{box-sizing:border-box}"
    "html{scroll-padding-top:1rem}"
    "body{margin:0 auto;max-width:76rem;padding:1.5rem;color:var(--ink);background:#fff;"
    "font:1rem/1.5 'Open Sans','Segoe UI',Arial,sans-serif;overflow-wrap:break-word}"
    "h1{font-size:2.1rem;line-height:1.15;margin:.2em 0}"
    "h2{font-size:1.6rem;line-height:1.25;margin:3rem 0 .5rem;padding-top:1rem;"
    "border-top:4px solid var(--ink)}"
    "h3{font-size:1.25rem;line-height:1.3;margin:2.2rem 0 .3rem}"
    "h4{font-size:1rem;margin:1.4rem 0 .2rem}"
    "p,li,dd{max-width:46rem}p{margin:.5em 0}"
    "a{color:var(--better)}"
    ".skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:1rem;background:#fff;padding:."
    "5em}"
    ".muted,figcaption,caption,.source{color:var(--muted);font-size:.9rem}"
    ".source{border-top:1px solid var(--faint);margin-top:1.2em;padding-top:.4em;max-width:none}"
    ".mark{display:inline-block;border:2px solid var(--worse);color:var(--worse);font-weight:700;"
    "padding:.1em .6em;margin:.2em .4em .2em 0}"
    ".note{background:var(--soft);padding:.8em 1em;max-width:none}"
    ".headline{font-size:1.35rem;font-weight:700;line-height:1.3;max-width:none;margin:.3em 0 .6em}"
    ".kicker{font-weight:700;color:var(--muted);font-size:.85rem;letter-spacing:.03em;margin:2."
    "4rem 0 0}"
    ".kicker+h3{margin-top:0}.measure{color:var(--muted);max-width:none}"
    ".behind{display:flex;flex-wrap:wrap;gap:0 2.5rem;align-items:flex-start}"
    ".behind>div{flex:1 1 18rem;min-width:0}.behind>div:first-child{flex:0 1 auto}"
    "nav ol{columns:16rem;column-gap:2rem;padding:0;margin:.5em 0;list-style:none}"
    "nav li{break-inside:avoid;padding:.1em 0}"
    "figure{margin:1em 0}.report "
    "svg{max-width:17cm}code{font-size:.85em}svg{width:100%;height:auto;display:block}"
    ".panels{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,20rem),1fr));gap:."
    "5rem "
    "1.5rem;"
    "max-width:100%}.panels svg{max-width:26rem}"
    "@media (min-width:76rem){.panels{grid-template-columns:repeat(auto-fit,minmax(16rem,1fr))}}"
    ".beside{display:flex;flex-wrap:wrap;gap:0 2.5rem;align-items:flex-start}.beside>ul{flex:1 1 "
    "22rem}.beside>figure{flex:0 1 30rem;min-width:min(100%,20rem)}"
    ".scroll{overflow-x:auto}"
    "table{border-collapse:collapse;width:100%;font-size:.88rem;font-variant-numeric:tabular-nums}"
    "caption{text-align:left;padding:.3em 0}"
    "th,td{text-align:left;vertical-align:top;padding:.3em .5em;border-bottom:1px solid "
    "var(--faint)}"
    "thead th{border-bottom:2px solid var(--line);vertical-align:bottom}"
    "th.goal{background:var(--soft);padding-top:.7em}th.goal "
    "span{font-weight:400;font-size:inherit}"
    "td.n,th.n{text-align:right}td.n{white-space:nowrap}td.why{white-space:normal;color:var(--"
    "muted)}"
    "td small{display:block;color:var(--muted)}td.v{min-width:8.5rem}";

static const char tables[] =
    "table.levels{width:auto;min-width:min(100%,34rem)}#opfoelgning "
    "table{font-size:.8rem}#opfoelgning th,#opfoelgning td{padding:.3em}"
    "table.matrix{border-collapse:separate;border-spacing:.35rem .3rem;font-size:1rem}"
    "table.matrix th,table.matrix td{border:0}table.matrix tbody th{font-weight:400}table.matrix "
    "th .muted{display:block}"
    "table.matrix thead th{text-align:center}table.matrix thead th:first-child{text-align:left}"
    "table.matrix th.goal{font-weight:700;font-size:.85rem;color:var(--muted);background:none;"
    "border-top:1px solid var(--line)}"
    "td.c{background:#fff;border:1px solid var(--line)!important;padding:.35em .6em;"
    "vertical-align:middle;line-height:1.25}"
    "table.matrix td.c{width:19%}table.rows td.c{width:12rem}td.c "
    "b{float:right;padding-left:.4em;white-space:nowrap}td.c "
    "i{font-style:normal;display:inline-block;min-width:1.5em}"
    "td.c small{clear:both}"
    "td.clearly-better{background:var(--better);border-color:var(--better)!important;color:#fff}"
    "td.better{background:#a9cbe8;border-color:#a9cbe8!important;color:#10324f}"
    "td.unchanged{background:#e9ebee;border-color:#e9ebee!important;color:#3c434b}"
    "td.narrowing,td.widening{background:#d5d9de;border-color:#d5d9de!important;color:var(--ink)}"
    "td.worse{background:#f2c6a0;border-color:#f2c6a0!important;color:#5c2606}"
    "td.clearly-worse{background:var(--worse);border-color:var(--worse)!important;color:#fff}"
    "table.theory th[scope=row]{min-width:16rem}table.theory th "
    ".muted{font-weight:400;display:block}td.c "
    "small{color:inherit}td.untold,td.hidden,td.no-data{color:var(--muted)}"
    "dl.facts{display:grid;grid-template-columns:9rem 1fr;gap:.2em 1em;font-size:.9rem;margin:1em "
    "0}"
    "dt{color:var(--muted)}dd{margin:0}"
    "dl.words dt{font-weight:700;color:inherit}dl.words dd{margin:0 0 .8em}"
    "ul.says{list-style:none;padding:0}ul.says li{margin:.4em 0;max-width:56rem}"
    "ol.questions li{margin:.6em 0}"
    "details{margin:.6em 0}summary{cursor:pointer;color:var(--muted);font-size:.9rem}"
    ".sign{display:none}"
    "footer{margin-top:3em;border-top:1px solid var(--line);padding-top:1em}";

/* Below this width a row of a wide table becomes a block, each value beside its heading. */
static const char narrow[] =
    "{body{padding:1rem}h1{font-size:1.6rem}"
    "table.rows thead{position:absolute;left:-99rem;width:90rem;overflow:hidden}"
    "table.rows,table.rows tbody,table.rows tr,table.rows th,table.rows "
    "td{display:block;width:100%}"
    "table.rows tr{padding:.5em 0;border-bottom:1px solid var(--line)}"
    "table.rows th,table.rows td{border:0;padding:.1em 0}"
    "table.rows td{display:flex;justify-content:flex-end;gap:.5em;text-align:right;"
    "white-space:normal;align-items:baseline}"
    "table.rows "
    "td::before{content:attr(data-label);color:var(--muted);text-align:left;margin-right:auto}"
    "table.words td:not([data-label]){display:block;text-align:left}table.rows "
    "th.goal{padding:.5em;font-size:1rem}"
    "table.levels,table.levels th{font-size:.75rem}table.levels th,table.levels td{padding:.25em "
    ".2em}"
    ".behind{display:block}table.levels "
    "td.n{white-space:normal}table.levels{min-width:0;width:100%}table.levels "
    "td.why{overflow-wrap:anywhere}table.levels "
    "thead "
    "th.n{writing-mode:vertical-rl;transform:rotate(180deg);white-space:nowrap;vertical-align:"
    "bottom;text-align:left}"
    "table.matrix,table.matrix tbody,table.matrix th,table.matrix caption,table.rows "
    "caption{display:block}"
    "table.matrix thead{position:absolute;left:-99rem;width:90rem;overflow:hidden}"
    "table.matrix,table.rows,h1,h2,h3,dl.facts{overflow-wrap:anywhere}"
    "table.matrix tr{display:grid;grid-template-columns:1fr 1fr;gap:.3rem;margin:.2rem 0 .8rem}"
    "table.matrix tr>th{grid-column:1/-1;padding:.2em 0}table.matrix "
    "td.c{width:auto;font-size:.85rem}"
    "table.matrix td.c::before{content:attr(data-label);display:block;font-size:.75rem}"
    "table.rows td.c{display:block;width:100%;text-align:left;padding:.3em .5em;margin:.2em 0}"
    "table.rows td.c::before{color:inherit;display:block;font-size:.75rem}"
    "dl.facts{grid-template-columns:1fr}dt{margin-top:.4em}}";

static const char paper[] =
    "@page{size:A4;margin:14mm 14mm 18mm}"
    "@page wide{size:A4 landscape}"
    "@media print{html{font-size:9.5pt}body{max-width:none;padding:0}"
    "*{print-color-adjust:exact;-webkit-print-color-adjust:exact}"
    "nav,.skip,summary,details:not([open]){display:none}a{color:inherit;text-decoration:none}"
    "h2{margin-top:0;break-before:page;font-size:17pt}#svar "
    "h2,#hvad h2{break-before:auto;margin-top:1em}h3{font-size:12.5pt}.headline{font-size:13pt}"
    "h2,h3,h4,.headline,.kicker,.measure,caption{break-after:avoid}"
    "article.sheet{break-before:page}article.sheet.first{break-before:auto}"
    "#opfoelgning tbody,h1,h2,h3,.headline,tr,svg,table.matrix,dl.facts,ol.questions li,.says "
    "li{break-inside:avoid}"
    ".panels{grid-template-columns:repeat(auto-fit,minmax(7cm,1fr));gap:2mm 6mm}"
    ".panels svg{max-width:7.2cm}.behind{flex-wrap:nowrap;gap:0 .8cm}.behind>div{flex-basis:6cm}"
    ".behind dl.facts{grid-template-columns:1fr}.behind th,.behind td{padding:.12em "
    ".3em}p,li,dd{max-width:none}"
    ".beside{flex-wrap:nowrap}.beside>figure{flex:0 0 "
    "8.6cm}.beside>ul{flex-basis:6cm}.scroll{overflow:visible}table{font-size:7.5pt}table.matrix{"
    "font-size:8.5pt;"
    "border-spacing:1mm .7mm}td.c{padding:.15em .5em}"
    "#opfoelgning{page:wide}#opfoelgning table{font-size:7.2pt}"
    ".sign{display:block;margin-top:1.5em}"
    "thead{display:table-header-group}.source,figcaption{font-size:7pt}.source{break-before:avoid}"
    "}";

void seminar_style_string(struct sink *sink, const char *text)
{
    sink_text(sink, "\"");
    for (unsigned written = 0; *text && written < FOOT_CHARACTERS; written++) {
        unsigned code;
        size_t size = printable_next(text, &code);
        bool plain = size == 1 && ((code >= '0' && code <= '9') || (code >= 'A' && code <= 'Z') ||
                                   (code >= 'a' && code <= 'z'));
        sink_printf(sink, plain ? "%c" : "\\%06x", code);
        text += size;
    }
    sink_text(sink, "\"");
}

/* `Udgave 2025 · opdigtede tal · Helhedsplanen kan hverken … · Planen`, and the page's number. */
static void write_page_feet(const struct seminar *seminar)
{
    struct arena *arena = seminar->speaker.arena;
    enum language language = seminar->speaker.language;
    const char *foot =
        arena_printf(arena, "%s %s · %s · %s", seminar_words(seminar, "Udgave", "Edition"),
                     wording_edition(arena, language, seminar->speaker.findings->table),
                     wording_no_cause_short(language), seminar->catalogue->plan.title);
    sink_text(seminar->sink, "@page{@bottom-left{content:");
    seminar_style_string(seminar->sink, foot);
    sink_text(seminar->sink,
              ";font:7pt sans-serif;color:#5a626c;width:92%}"
              "@bottom-right{content:counter(page);font:7pt sans-serif;color:#5a626c;width:8%}}");
}

void seminar_style_write(const struct seminar *seminar)
{
    sink_text(seminar->sink, "<style>");
    sink_text(seminar->sink, screen);
    sink_text(seminar->sink, tables);
    sink_printf(seminar->sink, "@media screen and (max-width:%s)",
                seminar->area_count > AREAS_ABREAST ? "90rem" : "44rem");
    sink_text(seminar->sink, narrow);
    if (seminar->area_count > AREAS_ABREAST)
        sink_text(
            seminar->sink,
            "@media screen and (max-width:44rem){table.levels,table.levels th{font-size:.6rem}"
            "table.levels th,table.levels td{padding:.2em .06em}}");
    sink_text(seminar->sink, paper);
    write_page_feet(seminar);
    sink_text(seminar->sink, "</style>\n");
}
