import { untrack as untracked } from 'svelte'

/** One shortcut: a key as `event.key` names it, what it does, and the words for the key sheet. */
export type Shortcut = {
  key: string
  text: string
  /** Its part of the key sheet. */
  group?: string
  run: (event: KeyboardEvent) => void
}

const STORED = 'tastatursnarveier'

/** Which shortcuts the page has, and whether the person wants them (WCAG 2.1.4: they can be switched off). */
class Keyboard {
  #enabled = $state(typeof localStorage === 'undefined' || localStorage.getItem(STORED) !== 'av')
  #shortcuts = $state.raw<readonly Shortcut[]>([])

  get enabled(): boolean {
    return this.#enabled
  }

  set enabled(value: boolean) {
    this.#enabled = value
    localStorage.setItem(STORED, value ? 'på' : 'av')
  }

  get shortcuts(): readonly Shortcut[] {
    return this.#shortcuts
  }

  add(shortcuts: readonly Shortcut[]): () => void {
    this.#shortcuts = [...this.#shortcuts, ...shortcuts]
    return () => {
      this.#shortcuts = this.#shortcuts.filter((one) => !shortcuts.includes(one))
    }
  }

  /** The layout gives every key here; the shortcut added last wins. */
  press(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
    if (isWriting(event.target) || document.querySelector('dialog[open]')) return
    const shortcut = this.#shortcuts.findLast((one) => one.key === event.key)
    if (!shortcut || (!this.#enabled && event.key !== '?')) return
    event.preventDefault()
    shortcut.run(event)
  }
}

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    (target.matches('input, textarea, select') && !target.matches('[type=checkbox]')))

export const keyboard = new Keyboard()

/** The component's shortcuts, for as long as it lives. Call it while the component initialises. */
export const onKeys = (shortcuts: () => readonly Shortcut[]): void => {
  $effect(() => {
    const now = shortcuts()
    return untracked(() => keyboard.add(now))
  })
}
