// Signs demo users in and sends requests to the portal's API.

import { type APIRequestContext, type APIResponse, type Browser, type Page, request } from "@playwright/test";

import type { Backend } from "./servers/backend.ts";

/** The criteria for a demo user. The first match is chosen. */
export interface UserCriteria {
  name?: string;
  /** The account's name. */
  account?: string;
  role?: "administrator" | "editor" | "reader" | "tester";
  /** `true` if the account's contact information is complete in Sandbox. */
  complete?: boolean;
}

/** A demo user, as listed by `GET /demo/users`. */
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

/** Optional parts of a request to the API. */
export interface ApiOptions {
  /** Sent as JSON. */
  data?: unknown;
  headers?: Record<string, string>;
}

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** A demo user who is signed in without a page and sends requests directly to the API. */
export interface Person {
  user: DemoUser;
  /** Sends a request below `/api/v1` in this user's session. */
  api(method: Method, path: string, options?: ApiOptions): Promise<APIResponse>;
}

export class Portal {
  private readonly contexts: APIRequestContext[] = [];

  constructor(readonly backend: Backend) {}

  /** Returns the address of the portal, without a trailing slash. */
  get url(): string {
    return this.backend.url;
  }

  /** Returns the first demo user that matches. */
  async find(criteria: UserCriteria): Promise<DemoUser> {
    const response = await fetch(`${this.url}/api/v1/demo/users`);
    const { users } = (await response.json()) as { users: DemoUser[] };
    const found = users.find(
      (user) =>
        (criteria.name === undefined || user.name === criteria.name) &&
        (criteria.account === undefined || user.account_name === criteria.account) &&
        (criteria.role === undefined || user.role === criteria.role) &&
        (criteria.complete === undefined || user.complete === criteria.complete),
    );
    if (!found) throw new Error(`the demo has no user like ${JSON.stringify(criteria)}`);
    return found;
  }

  /** Signs in the page's browser context without navigating the page. */
  async signIn(page: Page, user: UserCriteria): Promise<DemoUser> {
    return this.signInWith(page.request, await this.find(user));
  }

  /** Opens a page for another user, with its own session. */
  async window(browser: Browser, user: UserCriteria): Promise<Page> {
    const page = await (await browser.newContext({ baseURL: this.url })).newPage();
    await this.signIn(page, user);
    return page;
  }

  /** Sends a request below `/api/v1` in the session of the page. */
  api(page: Page, method: Method, path: string, options?: ApiOptions): Promise<APIResponse> {
    return this.send(page.request, method, path, options);
  }

  /** Signs in a user without a page, such as a colleague who works at the same time. */
  async person(user: UserCriteria): Promise<Person> {
    const context = await request.newContext();
    this.contexts.push(context);
    const found = await this.signInWith(context, await this.find(user));
    return { user: found, api: (method, path, options) => this.send(context, method, path, options) };
  }

  /** Disposes of the request contexts of all users from `person`. */
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
      // The backend refuses writes without this header, which a page of another origin cannot send.
      headers: { "x-partner-portal": "1", ...options.headers },
    });
  }
}
