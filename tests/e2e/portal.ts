// The portal as a test sees it: its people, their sessions, its API.

import { type APIRequestContext, type APIResponse, type Browser, type Page, request } from "@playwright/test";

import type { Backend } from "./backend.ts";

/** Which of the demo's people: the first who fits. */
export interface Who {
  name?: string;
  /** The account's name. */
  account?: string;
  role?: "administrator" | "editor" | "reader" | "tester";
  /** Whether the account's contact information is complete in Sandbox. */
  complete?: boolean;
}

/** A person of the demo, as `GET /demo/users` lists them. */
export interface DemoUser {
  user_id: string;
  name: string;
  email: string;
  role: string;
  account_id: string;
  account_name: string;
  integration_type: string;
  complete: boolean;
}

/** What a request to the API may carry. */
export interface ApiOptions {
  /** Sent as JSON. */
  data?: unknown;
  headers?: Record<string, string>;
}

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** A demo person whose requests go to the API directly, beside any page. */
export interface Person {
  user: DemoUser;
  /** Sends a request under `/api/v1` in this person's session. */
  api(method: Method, path: string, options?: ApiOptions): Promise<APIResponse>;
}

export class Portal {
  private readonly contexts: APIRequestContext[] = [];

  constructor(readonly backend: Backend) {}

  /** Where the portal is, without a slash at the end. */
  get url(): string {
    return this.backend.url;
  }

  /** The first of the demo's people who fits. */
  async find(who: Who): Promise<DemoUser> {
    const response = await fetch(`${this.url}/api/v1/demo/users`);
    const { users } = (await response.json()) as { users: DemoUser[] };
    const found = users.find(
      (user) =>
        (who.name === undefined || user.name === who.name) &&
        (who.account === undefined || user.account_name === who.account) &&
        (who.role === undefined || user.role === who.role) &&
        (who.complete === undefined || user.complete === who.complete),
    );
    if (!found) throw new Error(`the demo has nobody like ${JSON.stringify(who)}`);
    return found;
  }

  /** Signs the page's browser context in; the page is not navigated. */
  async signIn(page: Page, who: Who): Promise<DemoUser> {
    return this.signInWith(page.request, await this.find(who));
  }

  /** A window of another person, with a session of its own. */
  async window(browser: Browser, who: Who): Promise<Page> {
    const page = await (await browser.newContext({ baseURL: this.url })).newPage();
    await this.signIn(page, who);
    return page;
  }

  /** Sends a request under `/api/v1` in the session of the page. */
  api(page: Page, method: Method, path: string, options?: ApiOptions): Promise<APIResponse> {
    return this.send(page.request, method, path, options);
  }

  /** Signs somebody in beside the page, such as a colleague who works at the same time. */
  async person(who: Who): Promise<Person> {
    const context = await request.newContext();
    this.contexts.push(context);
    const user = await this.signInWith(context, await this.find(who));
    return { user, api: (method, path, options) => this.send(context, method, path, options) };
  }

  /** Ends the sessions of all `person`s. */
  async dispose(): Promise<void> {
    await Promise.all(this.contexts.map((context) => context.dispose()));
  }

  private async signInWith(context: APIRequestContext, user: DemoUser): Promise<DemoUser> {
    const data = { user_id: user.user_id };
    const response = await this.send(context, "POST", "/demo/session", { data });
    if (!response.ok()) throw new Error(`signing in: ${response.status()}`);
    return user;
  }

  private send(
    context: APIRequestContext,
    method: Method,
    path: string,
    options: ApiOptions = {},
  ): Promise<APIResponse> {
    return context.fetch(`${this.url}/api/v1${path}`, {
      method,
      data: options.data,
      // Writes are refused without the header that a foreign page cannot send.
      headers: { "x-partner-portal": "1", ...options.headers },
    });
  }
}
