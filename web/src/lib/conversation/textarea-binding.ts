import * as Y from 'yjs'
import { editBetween, moved, type Step } from './edit.ts'

/** What the binding needs of a textarea. */
export type Area = Pick<
  HTMLTextAreaElement,
  | 'value'
  | 'selectionStart'
  | 'selectionEnd'
  | 'scrollTop'
  | 'setSelectionRange'
  | 'addEventListener'
  | 'removeEventListener'
>

/** The origin of changes made in this field. */
export const BY_HAND = 'by-hand'

const isUndo = (event: KeyboardEvent): 'undo' | 'redo' | undefined => {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return undefined
  const key = event.key.toLowerCase()
  if (key === 'z') return event.shiftKey ? 'redo' : 'undo'
  return key === 'y' ? 'redo' : undefined
}

/**
 * Keeps a textarea and a shared text alike. What is typed goes into the text as the smallest edit; what others write
 * comes into the field, and caret and selection stay with the words where they were. Undo takes back one's own words
 * only. While a character is being composed, others' changes wait until it is.
 * @returns ends it
 */
export function bindTextarea(area: Area, text: Y.Text): () => void {
  const { doc } = text
  if (!doc) throw new Error('The text is in no document')
  const undo = new Y.UndoManager(text, { trackedOrigins: new Set([BY_HAND]), captureTimeout: 800 })
  let composing = false
  /** The text as the field shows it: behind the document only while composing. */
  let waiting: (readonly Step[])[] = []
  let shown = text.toString()
  area.value = shown

  const typed = () => {
    if (composing) return
    const edit = editBetween(shown, area.value, area.selectionEnd)
    if (!edit) return
    shown = area.value
    doc.transact(() => {
      if (edit.remove) text.delete(edit.at, edit.remove)
      if (edit.insert) text.insert(edit.at, edit.insert)
    }, BY_HAND)
  }
  const show = (delta: readonly Step[]) => {
    const [start, end] = [moved(area.selectionStart, delta), moved(area.selectionEnd, delta)]
    const { scrollTop } = area
    area.value = shown = text.toString()
    area.setSelectionRange(start, end)
    area.scrollTop = scrollTop
  }
  const changed = ({ delta }: Y.YTextEvent, { origin }: Y.Transaction) => {
    if (origin === BY_HAND) return
    if (composing) waiting.push(delta)
    else show(delta)
  }
  const compose = () => (composing = true)
  const composed = () => {
    composing = false
    const missed = waiting
    waiting = []
    // What was composed is an edit of what the field showed; the document may have gone on since.
    const edit = editBetween(shown, area.value, area.selectionEnd)
    if (!missed.length) return typed()
    const place = (at: number): number => missed.reduce<number>(moved, at)
    const caret = area.selectionEnd
    if (edit) {
      const at = place(edit.at)
      const end = place(edit.at + edit.remove)
      doc.transact(() => {
        if (end > at) text.delete(at, end - at)
        if (edit.insert) text.insert(at, edit.insert)
      }, BY_HAND)
      area.value = shown = text.toString()
      const now = at + Math.max(0, caret - edit.at)
      area.setSelectionRange(now, now)
    } else for (const delta of missed) show(delta)
  }
  const key = (event: KeyboardEvent) => {
    const which = isUndo(event)
    if (!which) return
    event.preventDefault()
    undo[which]()
  }

  text.observe(changed)
  area.addEventListener('input', typed)
  area.addEventListener('compositionstart', compose)
  area.addEventListener('compositionend', composed)
  area.addEventListener('keydown', key)
  return () => {
    undo.destroy()
    text.unobserve(changed)
    area.removeEventListener('input', typed)
    area.removeEventListener('compositionstart', compose)
    area.removeEventListener('compositionend', composed)
    area.removeEventListener('keydown', key)
  }
}
