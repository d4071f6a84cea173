/**
 * Arrow keys in a tree of buttons, besides Tab: up and down between those that are drawn, right opens or goes in,
 * left closes or goes out, Home and End to the ends.
 */
export const moveFocus = (event: KeyboardEvent & { currentTarget: HTMLElement }): void => {
  const here = event.target
  if (!(here instanceof HTMLElement) || !here.matches('[data-row]')) return
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row]')]
  const at = rows.indexOf(here)
  const expanded = here.getAttribute('aria-expanded')
  const focus = (row: HTMLElement | null | undefined) => row?.focus()
  const moves: Record<string, () => void> = {
    ArrowDown: () => focus(rows[at + 1]),
    ArrowUp: () => focus(rows[at - 1]),
    Home: () => focus(rows[0]),
    End: () => focus(rows.at(-1)),
    ArrowRight: () => (expanded === 'false' ? here.click() : focus(rows[at + 1])),
    ArrowLeft: () => {
      if (expanded === 'true') here.click()
      else focus(here.closest('li')?.parentElement?.closest('li')?.querySelector<HTMLElement>('[data-row]'))
    },
  }
  const move = moves[event.key]
  if (!move) return
  event.preventDefault()
  move()
}
