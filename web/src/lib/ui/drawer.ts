/** Whether a drawer lies over the page in a window as wide as this one: the widths are the style sheets' to know. */
export const drawerLiesOver = (): boolean =>
  getComputedStyle(document.documentElement).getPropertyValue('--drawer') === 'over'
