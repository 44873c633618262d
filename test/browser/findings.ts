import type { Page } from 'playwright-core';

/** Controls that a screen reader could not name, by their outer HTML. */
export const findNameless = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary, progress, [role]')]
      .filter((element) => {
        if (!element.checkVisibility()) return false;
        const role = element.getAttribute('role');
        if (role === 'status' || role === 'alert') return false;
        const labels = 'labels' in element && element.labels instanceof NodeList ? [...element.labels] : [];
        const byId = (element.getAttribute('aria-labelledby') ?? '')
          .split(' ')
          .map((id) => document.getElementById(id));
        const named = [...labels, ...byId].map((node) => node?.textContent ?? '').join('');
        const content = role === 'img' || role === 'region' ? '' : (element.textContent ?? '');
        return `${element.getAttribute('aria-label') ?? ''}${named}${content}`.trim() === '';
      })
      .map((element) => element.outerHTML.slice(0, 120)),
  );

/**
 * Texts whose contrast is below what WCAG 2.2 asks for (1.4.3: 4.5, for large text 3), as "ratio text". What is switched
 * off is left out, as it is there.
 */
export const findFaintText = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
    if (!canvas) throw new Error('No canvas');
    /** A colour over a ground, both as CSS writes them. */
    const over = (ground: string, colour: string): number[] => {
      for (const fill of [ground, colour]) {
        canvas.fillStyle = fill;
        canvas.fillRect(0, 0, 1, 1);
      }
      return [...canvas.getImageData(0, 0, 1, 1).data.subarray(0, 3)];
    };
    const luminance = (rgb: number[]): number => {
      const [red = 0, green = 0, blue = 0] = rgb.map((channel) => {
        const share = channel / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const groundOf = (element: Element): string => {
      const grounds: string[] = [];
      for (let at: Element | null = element; at; at = at.parentElement)
        grounds.push(getComputedStyle(at).backgroundColor);
      const solid = grounds.find((colour) => !/^rgba\(.*, 0\)$|transparent/.test(colour));
      return solid ?? 'white';
    };
    const faint: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      const text = node.textContent?.trim() ?? '';
      if (
        !element ||
        text === '' ||
        !element.checkVisibility() ||
        element.closest(':disabled, noscript, .unseen, .skip')
      )
        continue;
      const style = getComputedStyle(element);
      const ground = groundOf(element);
      const [light = 0, dark = 0] = [luminance(over(ground, ground)), luminance(over(ground, style.color))].sort(
        (a, b) => b - a,
      );
      const ratio = (light + 0.05) / (dark + 0.05);
      const size = Number.parseFloat(style.fontSize);
      const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
      if (ratio < (large ? 3 : 4.5)) faint.push(`${ratio.toFixed(2)} ${text.slice(0, 40)}`);
    }
    return faint;
  });
