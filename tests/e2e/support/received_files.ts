// Tells how much of each file the scripts of a page have read.

import { expect, type Page } from "@playwright/test";

/** The file's address, the bytes that have been read, and whether that was all. */
type Received = [address: string, bytes: number, isWhole: boolean];

interface ReadingWindow {
  received: Map<string, { bytes: number; isWhole: boolean }>;
}

/** Runs in the page. Follows the copies of responses, from which the portal sees that data arrives. */
function followCopies(): void {
  const reading = window as unknown as ReadingWindow;
  reading.received = new Map();
  const addresses = new WeakMap<object, string>();
  const { clone } = Response.prototype;
  Response.prototype.clone = function (this: Response) {
    const copy = clone.call(this);
    if (copy.body) addresses.set(copy.body, this.url);
    return copy;
  };
  const { getReader } = ReadableStream.prototype;
  ReadableStream.prototype.getReader = function (this: ReadableStream, ...options: []) {
    const reader = getReader.call(this, ...options);
    const address = addresses.get(this);
    if (address) addresses.set(reader, address);
    return reader;
  } as typeof getReader;
  const { read } = ReadableStreamDefaultReader.prototype;
  ReadableStreamDefaultReader.prototype.read = async function (this: ReadableStreamDefaultReader) {
    const result = await read.call(this);
    const address = addresses.get(this);
    if (address) {
      const before = reading.received.get(address)?.bytes ?? 0;
      const bytes = before + (result.value?.byteLength ?? 0);
      reading.received.set(address, { bytes, isWhole: result.done });
    }
    return result;
  };
}

export class ReceivedFiles {
  private constructor(private readonly page: Page) {}

  /** Follows the files of the pages that are opened from now on. */
  static async follow(page: Page): Promise<ReceivedFiles> {
    await page.addInitScript(followCopies);
    return new ReceivedFiles(page);
  }

  /** Waits until the page has read this many bytes of the file at a path. */
  async expectBytes(path: string, bytes: number): Promise<void> {
    const read = async () => (await this.all()).find(([address]) => address.endsWith(path))?.[1];
    await expect.poll(read, { message: path }).toBe(bytes);
  }

  /** Waits until the page has read a whole file whose address matches. */
  async expectWhole(address: RegExp): Promise<void> {
    const isWhole = async () => (await this.all()).some(([name, , isWhole]) => isWhole && address.test(name));
    await expect.poll(isWhole, { message: `${address}` }).toBe(true);
  }

  private all(): Promise<Received[]> {
    return this.page.evaluate(() =>
      [...(window as unknown as ReadingWindow).received].map(([address, { bytes, isWhole }]) => [
        address,
        bytes,
        isWhole,
      ]),
    );
  }
}
