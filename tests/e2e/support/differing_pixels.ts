// Compares two pictures.

import type { Page } from "@playwright/test";

/** Returns the number of pixels in which two PNGs of the same size differ. */
export async function differingPixels(page: Page, one: Buffer, other: Buffer): Promise<number> {
  const blank = await page.context().newPage();
  const count = await blank.evaluate(async (pictures) => {
    const [one, other] = await Promise.all(pictures.map(async (base64) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const image = await createImageBitmap(new Blob([bytes]));
      const canvas = new OffscreenCanvas(image.width, image.height);
      const context = canvas.getContext("2d")!;
      context.drawImage(image, 0, 0);
      return new Uint32Array(context.getImageData(0, 0, image.width, image.height).data.buffer);
    }));
    return one!.reduce((count, pixel, at) => count + Number(pixel !== other![at]), 0);
  }, [one, other].map((picture) => picture.toString("base64")));
  await blank.close();
  return count;
}
