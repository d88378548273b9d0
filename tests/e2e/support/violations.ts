// Runs two accessibility engines: axe and IBM Equal Access. Each has rules that the other lacks.

import { readFile } from "node:fs/promises";

import { expect, type Page } from "@playwright/test";
import type { RunOptions, AxeResults } from "axe-core";

const script = (path: string) =>
  readFile(new URL(`../../node_modules/${path}`, import.meta.url), "utf8");
const AXE = script("axe-core/axe.min.js");
const EQUAL_ACCESS = script("accessibility-checker-engine/ace.js");

declare global {
  /** The engines, as their scripts define them. */
  var axe: { run(context: Document, options: RunOptions): Promise<AxeResults> };
  var ace: { Checker: new () => Checker };
}

interface Checker {
  check(page: Document, guidelines: string[]): Promise<Report>;
  getGuidelines(): Guideline[];
  addGuideline(guideline: Guideline): void;
}

interface Guideline {
  id: string;
  checkpoints: { rules?: { id: string }[] }[];
}

/** The rules to check: all of them, or only those about colours. */
export type Scope = "everything" | "colours";

/** The rules about colours, by engine. */
const COLOUR_RULES = {
  axe: ["color-contrast", "link-in-text-block"],
  ace: ["style_color_misuse", "style_highcontrast_visible", "text_contrast_sufficient"],
};

/** The report of IBM Equal Access. */
interface Report {
  results: {
    ruleId: string;
    /**
     * The category of the rule, then the result: `PASS`, `FAIL`, or `POTENTIAL` and `MANUAL`, which must
     * be checked by hand.
     */
    value: [string, string];
    path: { dom: string };
    message: string;
    snippet: string;
  }[];
}

/**
 * Loads an engine with `evaluate`, because our Content Security Policy would refuse a script element.
 */
async function bring(page: Page, name: "axe" | "ace", source: Promise<string>): Promise<void> {
  if (!(await page.evaluate((name) => name in globalThis, name))) {
    await page.evaluate(`${await source}; globalThis.${name} = ${name};`);
  }
}

/** Returns the violations of WCAG 2.2 AA that axe finds, each with its rule and element. */
export async function axeViolations(page: Page, scope: Scope = "everything"): Promise<string[]> {
  await bring(page, "axe", AXE);
  const options: RunOptions = {
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    // The rule for target sizes is part of WCAG 2.2, but it is off by default.
    rules: { "target-size": { enabled: true } },
  };
  const ofColours: RunOptions = { runOnly: { type: "rule", values: COLOUR_RULES.axe } };
  const asked: RunOptions = { ...(scope === "colours" ? ofColours : options), resultTypes: ["violations"] };
  return page.evaluate(async (asked) => {
    const { violations } = await axe.run(document, asked);
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")}: ${failureSummary}`),
    );
  }, asked);
}

/** A kind of finding that was checked by hand and accepted. */
interface AcceptedFinding {
  rule: string;
  /** Matches the elements by path and start tag. */
  elements: RegExp;
  because: string;
  /** `true` if findings with the result `FAIL` are accepted too, because the engine is wrong. */
  evenFailures?: boolean;
}

/** The findings of IBM Equal Access that were checked by hand and accepted, with the reasons. */
const ACCEPTED: AcceptedFinding[] = [
  ...["aria_child_tabbable", "widget_tabbable_exists", "aria_keyboard_handler_exists"].map((rule) => ({
    rule,
    elements: /<div .*role="listbox"/,
    because: "the focus stays in the combobox; the engine looks for it in the document, not in our shadow root",
    evenFailures: true,
  })),
  {
    rule: "element_tabbable_visible",
    elements: /./,
    because: "an element that is scrolled out of view becomes visible on focus, as *Skip to main content* does; keyboard-only.spec.ts checks every tab stop",
  },

  {
    rule: "style_focus_visible",
    elements: /./,
    because: "the engine cannot see outlines; keyboard-only.spec.ts measures them at every tab stop",
  },
  {
    rule: "html_skipnav_exists",
    elements: /^\S+ <html /,
    because: "there are landmarks and headings, and *Skip to main content* comes first",
  },
  {
    rule: "input_label_visible",
    elements: /<button .*class="(chip-text|chip-remove|button is-quiet)"|<input .*class="chip-edit"/,
    because: "a cross is a familiar label, and an address that is edited stays in its place",
  },
  {
    rule: "form_submit_button_exists",
    elements: /<form .*class="dialog-form"/,
    because: "after a user has been added there is nothing left to submit, and Enter does nothing",
  },
  {
    rule: "widget_tabbable_exists",
    elements: /<button .*class="(chip-remove|chip-text)"/,
    because: "all chips share one tab stop; the arrow keys move between them, and Delete removes one",
  },
  {
    rule: "aria_keyboard_handler_exists",
    elements: /role="(tablist|combobox)"/,
    because: "the engine cannot see event listeners; the keys are tested in tests/web and in keyboard-only.spec.ts",
  },
  {
    rule: "style_color_misuse",
    elements: /href="\/demo\/sign-in.css"|class="(portal-root|portal-load-failure)"/,
    because: "these styles name a colour, but the screens show everything in words too",
  },
];

/** Returns the violations that IBM Equal Access finds, except those in `ACCEPTED`. */
export async function equalAccessViolations(
  page: Page,
  scope: Scope = "everything",
): Promise<string[]> {
  await bring(page, "ace", EQUAL_ACCESS);
  const only = scope === "colours" ? COLOUR_RULES.ace : null;
  const findings = await page.evaluate(async (only) => {
    const checker = new ace.Checker();
    const whole = checker.getGuidelines().find(({ id }) => id === "WCAG_2_2")!;
    const checkpoints = whole.checkpoints.map((checkpoint) => {
      return { ...checkpoint, rules: checkpoint.rules?.filter(({ id }) => !only || only.includes(id)) };
    });
    checker.addGuideline({ ...whole, id: "asked", checkpoints });
    const { results } = await checker.check(document, ["asked"]);
    return results
      .filter(({ value }) => value[0] === "VIOLATION" && value[1] !== "PASS")
      .map(({ ruleId: rule, value, message, path, snippet }) => {
        return { rule, result: value[1], message, element: `${path.dom} ${snippet}` };
      });
  }, only);
  const isAccepted = ({ rule, result, element }: (typeof findings)[number]) =>
    ACCEPTED.some(
      (it) =>
        it.rule === rule && it.elements.test(element) && (result !== "FAIL" || it.evenFailures),
    );
  return findings
    .filter((finding) => !isAccepted(finding))
    .map(({ rule, result, message, element }) => `${rule} (${result}): ${message}: ${element}`);
}

/** Fails with a list of everything that either engine finds. */
export async function expectNoViolations(page: Page): Promise<void> {
  expect([...(await axeViolations(page)), ...(await equalAccessViolations(page))]).toEqual([]);
}
