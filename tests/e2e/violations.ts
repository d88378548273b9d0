// Two engines that look for barriers: axe and IBM Equal Access. Each knows rules that the other
// does not.

import { readFile } from "node:fs/promises";

import { expect, type Page } from "@playwright/test";
import type { RunOptions, AxeResults } from "axe-core";

const script = (path: string) =>
  readFile(new URL(`../node_modules/${path}`, import.meta.url), "utf8");
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

/** What is looked at: everything, or what only colours decide. */
export type Scope = "everything" | "colours";

/** The rules that judge colours, by engine. */
const COLOUR_RULES = {
  axe: ["color-contrast", "link-in-text-block"],
  ace: ["style_color_misuse", "style_highcontrast_visible", "text_contrast_sufficient"],
};

/** What IBM Equal Access says. */
interface Report {
  results: {
    ruleId: string;
    /** What the rule is for, then `PASS`, `FAIL`, or `POTENTIAL` and `MANUAL`: a person has to judge. */
    value: [string, string];
    path: { dom: string };
    message: string;
    snippet: string;
  }[];
}

/** Brings an engine in by the debugger: our policy would refuse a script element. */
async function bring(page: Page, name: "axe" | "ace", source: Promise<string>): Promise<void> {
  if (!(await page.evaluate((name) => name in globalThis, name))) {
    await page.evaluate(`${await source}; globalThis.${name} = ${name};`);
  }
}

/** Each rule of WCAG 2.2 AA that the page breaks by axe, and where. */
export async function axeViolations(page: Page, scope: Scope = "everything"): Promise<string[]> {
  await bring(page, "axe", AXE);
  const options: RunOptions = {
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    // The size of targets is part of WCAG 2.2, and yet off by default.
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

interface Judgement {
  rule: string;
  /** Which elements are meant, by path and start tag. */
  elements: RegExp;
  because: string;
  /** Whether the engine says that it is wrong, and is itself. */
  evenFailures?: boolean;
}

/** What the second engine leaves to a person, with the judgement. */
const JUDGED: Judgement[] = [
  ...["aria_child_tabbable", "widget_tabbable_exists", "aria_keyboard_handler_exists"].map((rule) => ({
    rule,
    elements: /<div .*role="listbox"/,
    because: "the focus stays in the combobox; it is looked for in the document, not in our root",
    evenFailures: true,
  })),
  {
    rule: "element_tabbable_visible",
    elements: /./,
    because: "what is scrolled out of sight comes into sight with the focus, as *Skip to main content* does; keyboard-only.spec.ts looks at every stop",
  },

  {
    rule: "style_focus_visible",
    elements: /./,
    because: "it cannot see outlines; keyboard-only.spec.ts measures them at every stop",
  },
  {
    rule: "html_skipnav_exists",
    elements: /^\S+ <html /,
    because: "there are landmarks and headings, and *Skip to main content* comes first",
  },
  {
    rule: "input_label_visible",
    elements: /<button .*class="(chip-text|chip-remove|button is-quiet)"|<input .*class="chip-edit"/,
    because: "a cross is the label that people know, and an address that is edited stands in its place",
  },
  {
    rule: "form_submit_button_exists",
    elements: /<form .*class="dialog-form"/,
    because: "once somebody is added there is nothing to submit any more, and Enter does nothing",
  },
  {
    rule: "widget_tabbable_exists",
    elements: /<button .*class="(chip-remove|chip-text)"/,
    because: "all chips are one tab stop, moved by arrows, where Delete removes",
  },
  {
    rule: "aria_keyboard_handler_exists",
    elements: /role="(tablist|combobox)"/,
    because: "it cannot see listeners; the keys are tested in tests/web and in keyboard-only.spec.ts",
  },
  {
    rule: "style_color_misuse",
    elements: /href="\/demo\/sign-in.css"|class="(portal-root|portal-load-failure)"/,
    because: "styles that name a colour: these screens say everything in words",
  },
];

/** What the page breaks by IBM Equal Access, without what a person has judged. */
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
        return { rule, verdict: value[1], message, element: `${path.dom} ${snippet}` };
      });
  }, only);
  const isJudged = ({ rule, verdict, element }: (typeof findings)[number]) =>
    JUDGED.some(
      (it) =>
        it.rule === rule && it.elements.test(element) && (verdict !== "FAIL" || it.evenFailures),
    );
  return findings
    .filter((finding) => !isJudged(finding))
    .map(({ rule, verdict, message, element }) => `${rule} (${verdict}): ${message}: ${element}`);
}

/** Fails with everything that either engine finds. */
export async function expectNoViolations(page: Page): Promise<void> {
  expect([...(await axeViolations(page)), ...(await equalAccessViolations(page))]).toEqual([]);
}
