// An identity provider that shares a secret with the backend.

import { createHmac, randomBytes } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { DemoUser } from "../portal.ts";

const ISSUER = "https://id.example.com";
const AUDIENCE = "partner-portal";

export class Issuer {
  private constructor(
    private readonly folder: string,
    private readonly secret: string,
  ) {}

  static async create(): Promise<Issuer> {
    const issuer = new Issuer(
      await mkdtemp(join(tmpdir(), "partner-portal-token-")),
      randomBytes(32).toString("hex"),
    );
    await writeFile(issuer.file, issuer.secret);
    return issuer;
  }

  async dispose(): Promise<void> {
    await rm(this.folder, { recursive: true });
  }

  /** Returns the flags that make a backend accept the issuer's tokens. */
  get flags(): string[] {
    return [
      `--jwt-secret-file=${this.file}`,
      `--jwt-issuer=${ISSUER}`,
      `--jwt-audience=${AUDIENCE}`,
    ];
  }

  /** Returns a token that expires in `seconds`. A negative number makes an expired token. */
  token(user: DemoUser, seconds: number): string {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
    const now = Math.floor(Date.now() / 1000);
    const claims = { iss: ISSUER, aud: AUDIENCE, sub: user.user_id, email: user.email };
    const times = { email_verified: true, iat: now - 120, exp: now + seconds };
    const signed = `${part({ alg: "HS256", typ: "JWT" })}.${part({ ...claims, ...times })}`;
    return `${signed}.${createHmac("sha256", this.secret).update(signed).digest("base64url")}`;
  }

  private get file(): string {
    return join(this.folder, "secret");
  }
}
