/** A page as a picture: one byte a pixel, row by row from the top left; 0 is black, 255 white. */
export type GreyImage = { width: number; height: number; pixels: Uint8Array };

export const blankImage = (width: number, height: number): GreyImage => ({
  width,
  height,
  pixels: new Uint8Array(width * height).fill(255),
});
