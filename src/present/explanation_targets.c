/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/explanation_targets.h"

#include "pejling/present/target_words.h"
#include "pejling/present/wording.h"

/* What decided, as a sentence. */
static const char *rule_words(enum language language, const struct target_outlook *outlook)
{
    switch (outlook->basis) {
    case TARGET_BY_FIGURE:
        return say(language,
                   "Afgøres af tallet for målets egen periode, eller det første efter den.",
                   "Decided by the figure of the target's own period, or the first after it.");
    case TARGET_BY_LATEST:
        return say(language,
                   "Målets periode er ikke målt endnu. Det seneste tal er allerede mindst så godt "
                   "som målet.",
                   "The target's period is not measured yet. The latest figure is as good as the "
                   "target already.");
    case TARGET_BY_TREND:
        return say(language,
                   "Målets periode er ikke målt endnu. Afgøres af, om hele intervallet for det ene "
                   "kommende tal ligger på den gode side af målet: en ret linje ved mindste "
                   "kvadrater gennem de seneste ubrudte års niveauer, ført frem til målets tid.",
                   "The target's period is not measured yet. Decided by whether all of the "
                   "interval for that one further figure lies on the good side of the target: a "
                   "straight line by least squares through the levels of the last unbroken years, "
                   "led on to the target's time.");
    case TARGET_BY_NOTHING:
        break;
    }
    return say(language, "Der er intet tal at holde målet op mod.",
               "There is no figure to hold the target against.");
}

/* `24,0 (20,1 til 28,4), af årene 2014–2023`, of a figure that is there. */
static const char *figure_words(struct page *page, const struct target_outlook *outlook)
{
    const struct estimate *estimate = &outlook->estimate;
    int decimals = target_figure_decimals(outlook->target);
    const char *text = page_number(page, estimate->value, decimals);
    if (estimate->state == ESTIMATE_INTERVAL)
        text = arena_printf(page->arena, say(page->language, "%s (%s til %s)", "%s (%s to %s)"),
                            text, page_number(page, estimate->lower, decimals),
                            page_number(page, estimate->upper, decimals));
    const char *from = page_period(page, outlook->from);
    if (period_compare(outlook->from, outlook->to) == 0)
        return arena_printf(page->arena, "%s, %s", text, from);
    return arena_printf(page->arena, say(page->language, "%s, af årene %s–%s", "%s, of %s–%s"),
                        text, from, page_period(page, outlook->to));
}

static void explain_target(const struct explained *explained, const struct target_outlook *outlook)
{
    struct page *page = explained->page;
    const struct target *target = outlook->target;
    const char *basis = target_basis_text(page->language, outlook->basis);
    page_item(page,
              say(page->language, "Mål for %s: %s %s (%s:%u). Svar: %s%s%s%s.",
                  "Target for %s: %s %s (%s:%u). Answer: %s%s%s%s."),
              page_period(page, target->period),
              page_number(page, target->value, target_decimals(target->value)), explained->unit,
              target->at.file ? target->at.file : "", target->at.line,
              target_state_text(page->language, outlook), outlook->reason ? " (" : "",
              outlook->reason ? reason_text(outlook->reason, page->language) : "",
              outlook->reason ? ")" : "");
    if (outlook->estimate.state != ESTIMATE_UNDEFINED)
        page_item(page, say(page->language, "Holdt op mod %s: %s.", "Held against %s: %s."), basis,
                  figure_words(page, outlook));
    page_item(page, "%s", rule_words(page->language, outlook));
}

void explain_targets(const struct explained *explained)
{
    struct page *page = explained->page;
    const struct target_outlooks *targets = &explained->findings->targets;
    bool headed = false;
    for (size_t i = 0; i < targets->count; i++) {
        const struct target *target = targets->items[i].target;
        if (target->indicator != explained->request->indicator ||
            target->area != explained->request->area)
            continue;
        if (!headed)
            page_section(page, say(page->language, "Mål", "Targets"));
        headed = true;
        explain_target(explained, &targets->items[i]);
    }
}
