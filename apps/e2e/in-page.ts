// Expressions evaluated inside a page. They are texts because the server's types know no document.

/** Has React attached itself to the page's content? */
export const hydrated = `Object.keys(document.querySelector('main') ?? {}).some((key) => key.startsWith('__reactFiber'))`;

/** What axe-core, loaded before, finds wrong. */
export const faults = `axe.run({ resultTypes: ['violations'] }).then(({ violations }) =>
  violations.map(({ id, help, nodes }) => ({ rule: id, help, places: nodes.map((node) => node.target.join(' ') + ' — ' + node.failureSummary) })))`;

/** Names of elements that stick out of the page's width. */
export const horizontalScroll = `(() => {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  const out = [...document.querySelectorAll('body *')].filter((element) => {
    const { left, right } = element.getBoundingClientRect();
    return right > clientWidth + 1 || left < -1;
  });
  return ['page of ' + scrollWidth + ' px in ' + clientWidth + ' px', ...out.map((element) => element.tagName + '.' + element.className)];
})()`;

/** Controls under 48 px, links inside sentences and the skip link left aside. */
export const smallTargets = `[...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea')]
  .filter((element) => !element.closest('p a, [href="#content"]'))
  .map((element) => ({ element, box: (element.closest('label') ?? element).getBoundingClientRect() }))
  .filter(({ box }) => box.width > 1 && (box.height < 47.5 || box.width < 47.5))
  .map(({ element, box }) => element.tagName + ' « ' + element.textContent.trim() + ' » ' + Math.round(box.width) + ' × ' + Math.round(box.height))`;
