// Finds an element by its role and its accessible name, as WebKit computes them.

import { expect } from "@playwright/test";
import { By, Key, type WebDriver, type WebElement } from "selenium-webdriver";

/** For each role the elements that can have it. */
const CANDIDATES = {
  alert: "[role=alert]",
  // WebKitGTK calls a select box a button.
  button: "button, [role=button], select",
  combobox: "[role=combobox]",
  dialog: "dialog",
  group: "[role=group], fieldset",
  heading: "h1, h2, h3",
  link: "a",
  listbox: "[role=listbox]",
  option: "[role=option]",
  progressbar: "progress, [role=progressbar]",
  radio: "input",
  row: "tr, [role=row]",
  status: "output, [role=status]",
  tab: "[role=tab]",
  textbox: "input, textarea",
} as const;

export type Role = keyof typeof CANDIDATES;

/** An element that is looked up again at each use. */
export class Control {
  constructor(
    private readonly driver: WebDriver,
    private readonly role: Role,
    private readonly name: string | RegExp,
    private readonly parent?: Control,
    private readonly part = "",
  ) {}

  /** Returns those of the elements that contain a text. WebKitGTK computes no names of rows. */
  containing(part: string): Control {
    return new Control(this.driver, this.role, this.name, this.parent, part);
  }

  /** Returns a control inside this one. */
  control(role: Role, name: string | RegExp = /(?:)/): Control {
    return new Control(this.driver, role, name, this);
  }

  /** Returns the matching elements that are rendered now, in document order. */
  async all(): Promise<WebElement[]> {
    const parents = this.parent ? await this.parent.all() : [null];
    const found: WebElement[] = [];
    for (const parent of parents) {
      const candidates: WebElement[] = await this.driver.executeScript(
        rendered,
        CANDIDATES[this.role],
        this.part,
        parent,
      );
      for (const candidate of candidates) if (await this.matches(candidate)) found.push(candidate);
    }
    return found;
  }

  /** Waits for the first matching element. */
  async first(): Promise<WebElement> {
    let found: WebElement[] = [];
    await expect
      .poll(async () => (found = await this.retryIfStale(() => this.all())).length, `${this} is shown`)
      .toBeGreaterThan(0);
    return found[0]!;
  }

  /** Returns the number of matching elements that are rendered now. */
  async count(): Promise<number> {
    return this.retryIfStale(async () => (await this.all()).length);
  }

  async click(): Promise<void> {
    await this.use((element) => element.click());
  }

  async focus(): Promise<void> {
    await this.use((element) => this.driver.executeScript("arguments[0].focus()", element));
  }

  /** Replaces the text of a text box by keyboard. */
  async fill(text: string): Promise<void> {
    await this.focus();
    const all = this.driver.actions().keyDown(Key.CONTROL).sendKeys("a").keyUp(Key.CONTROL);
    await all.sendKeys(text).perform();
  }

  /** Chooses an option of a select box by its value. */
  async select(value: string): Promise<void> {
    await this.use(async (element) => {
      await element.findElement(By.css(`option[value="${value}"]`)).click();
    });
  }

  /** Follows a link by keyboard, also one that is outside the window. */
  async follow(): Promise<void> {
    await this.focus();
    await this.driver.actions().sendKeys(Key.ENTER).perform();
  }

  /** Returns true if the element has the focus. */
  async hasFocus(): Promise<boolean> {
    return this.retryIfStale(async () => {
      const focused: WebElement | null = await this.driver.executeScript(focusedIn);
      return focused !== null && this.matches(focused);
    });
  }

  text(): Promise<string> {
    return this.use((element) => element.getText());
  }

  attribute(name: string): Promise<string | null> {
    return this.use((element) => element.getDomAttribute(name));
  }

  property<T>(name: string): Promise<T> {
    const read = "return arguments[0][arguments[1]]";
    return this.use((element) => this.driver.executeScript<T>(read, element, name));
  }

  toString(): string {
    const text = this.part && ` with “${this.part}”`;
    return `${this.role} “${this.name}”${text}${this.parent ? ` in ${this.parent}` : ""}`;
  }

  private async matches(element: WebElement): Promise<boolean> {
    if ((await element.getAriaRole()) !== this.role) return false;
    const name = await element.getAccessibleName();
    return typeof this.name === "string" ? name === this.name : this.name.test(name);
  }

  /** Waits for the first matching element and does something with it. */
  private use<T>(act: (element: WebElement) => Promise<T>): Promise<T> {
    return this.retryIfStale(async () => act(await this.first()));
  }

  /** Repeats a look-up during which the page replaced an element. */
  private async retryIfStale<T>(look: () => Promise<T>): Promise<T> {
    for (let left = 3; ; left -= 1) {
      try {
        return await look();
      } catch (failure) {
        if (left === 0 || (failure as Error).name !== "StaleElementReferenceError") throw failure;
      }
    }
  }
}

/** Returns the focused element of the page, or of the shadow root that has the focus. Runs in the page. */
function focusedIn(): Element | null {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return focused;
}

/**
 * Returns the rendered elements with a text below `parent`, or in the page with its shadow roots. Runs in
 * the page.
 */
function rendered(selector: string, text: string, parent: Element | null): Element[] {
  const found: Element[] = [];
  const isRendered = (element: Element) => element.checkVisibility({ visibilityProperty: true });
  const collect = (root: Document | ShadowRoot | Element) => {
    for (const element of root.querySelectorAll("*")) {
      const isCandidate = element.matches(selector) && element.textContent!.includes(text);
      if (isCandidate && isRendered(element)) found.push(element);
      if (element.shadowRoot) collect(element.shadowRoot);
    }
  };
  collect(parent ?? document);
  return found;
}
