import { textsIn } from './imports.ts'

/** `{#each … as pattern, at (key)}`; a list that is written otherwise has no key that this could read. */
const EACH = /\{#each .*? as (?:\{(?:[^{}]|\{[^{}]*\})*\}|\[[^\]]*\]|\w+)(?:, (\w+))? \((.*?)\)\}/g
/** What identifies: an id, a place in the portal, or a name of a closed list. */
const IDENTIFIES =
  /^(?:[\w.]*\.)?(?:id|\w+Id|key|code|href|kind|role|part|command|requirement|lane|category)$/

/**
 * Lists of a web's components whose rows are told apart by what may be there twice, such as a text that somebody has
 * written: two that are the same take down the whole page. A key is an identity, the row's place, or one of `apart`.
 */
export function unsureKeys(root: string, apart: ReadonlySet<string>): string[] {
  return [...textsIn(root, '**/*.svelte', ['**/node_modules/**'])].flatMap(([file, text]) => {
    const keyed = [...text.matchAll(EACH)]
    const unread = text.split('{#each ').length - 1 - keyed.length
    const unsure = keyed.flatMap(([, place, key = '']) => {
      const name = `${file}: ${key}`
      return key === place || IDENTIFIES.test(key) || apart.has(name) ? [] : [name]
    })
    return unread > 0 ? [...unsure, `${file}: ${unread} without a key`] : unsure
  })
}
