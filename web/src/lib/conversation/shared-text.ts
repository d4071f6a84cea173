import * as Y from 'yjs'
import { waitAfter } from '@kompetanse/schema/wait-after'
import { fromBase64, toBase64 } from './base64.ts'

/** What sending came to. `refused`: the server did not save it, for this reason; nothing is lost here. */
export type Sent =
  | { readonly kind: 'saved' }
  | { readonly kind: 'refused'; readonly code: string }
  | { readonly kind: 'unreachable' }

export type SaveStatus =
  /** `at` is null until something has been written here. */
  | { readonly kind: 'saved'; readonly at: Date | null }
  | { readonly kind: 'unsaved' }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'refused'; readonly code: string }

type Options = {
  /** Base64 of the document as the server has it; empty when it is not to be read yet. */
  state: string
  /** Sends base64 of an update that follows on what the server has. */
  send: (update: string) => Promise<Sent>
  onStatus?: (status: SaveStatus) => void
  /** Milliseconds that typing is gathered before it is sent. */
  pause?: number
  /** Milliseconds to the first try after the server could not be reached; doubles up to ten seconds. */
  retry?: number
}

const FROM_SERVER = 'from-server'
const LONGEST_RETRY_MS = 10_000

/**
 * One text that two write at once. What is typed is in `text` at once and is sent in batches, each the difference
 * against what the server is known to have: sent twice it does no harm, and nothing typed offline is left out. What
 * the server refuses stays here, and goes with the next edit.
 */
export class SharedText {
  readonly doc = new Y.Doc()
  readonly text: Y.Text = this.doc.getText('text')
  #options: Options
  /** How much of what was typed here the server has; all that others typed came from it. */
  #ownKnown = 0
  /** Grows with each edit; `#kept` is how many of them the server has. */
  #edits = 0
  #kept = 0
  #sending: Promise<void> | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  #failures = 0
  #status: SaveStatus = { kind: 'saved', at: null }

  constructor(options: Options) {
    this.#options = options
    if (options.state) this.receive(options.state)
    this.doc.on('update', (_update: Uint8Array, origin: unknown) => {
      if (origin === FROM_SERVER) return
      this.#edits += 1
      this.#become({ kind: 'unsaved' })
      this.#later(this.#options.pause ?? 300)
    })
  }

  get status(): SaveStatus {
    return this.#status
  }

  /** Something typed here that the server does not have. */
  get isUnsaved(): boolean {
    return this.#kept < this.#edits
  }

  /** What another wrote, or the whole document anew. Applied twice it does no harm. */
  receive(update: string): void {
    Y.applyUpdate(this.doc, fromBase64(update), FROM_SERVER)
  }

  /** Sends at once what is unsaved. Resolves when it has been tried, whatever came of it. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer)
    this.#timer = undefined
    if (this.#sending) await this.#sending
    if (!this.isUnsaved) return
    this.#sending ??= this.#send().finally(() => (this.#sending = undefined))
    await this.#sending
  }

  /** Stops trying; what is unsaved is gone with it. */
  close(): void {
    clearTimeout(this.#timer)
    this.doc.destroy()
  }

  #later(ms: number): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined
      void this.flush()
    }, ms)
  }

  /** All that came from the server, and of what was typed here only what is known to have arrived. */
  #missing(): Uint8Array {
    const known = Y.decodeStateVector(Y.encodeStateVector(this.doc))
    known.set(this.doc.clientID, this.#ownKnown)
    return Y.encodeStateAsUpdate(this.doc, Y.encodeStateVector(known))
  }

  async #send(): Promise<void> {
    const edits = this.#edits
    const own = Y.decodeStateVector(Y.encodeStateVector(this.doc)).get(this.doc.clientID) ?? 0
    const sent = await this.#options.send(toBase64(this.#missing()))
    const more = this.#edits > edits
    if (sent.kind === 'saved') {
      this.#failures = 0
      this.#ownKnown = own
      this.#kept = edits
      if (!more) return this.#become({ kind: 'saved', at: new Date() })
    } else if (sent.kind === 'unreachable') {
      this.#become(sent)
      const wait = { first: this.#options.retry ?? 1_000, most: LONGEST_RETRY_MS }
      return this.#later(waitAfter(this.#failures++, wait))
    } else this.#become(sent)
    if (more) this.#later(this.#options.pause ?? 300)
  }

  #become(status: SaveStatus): void {
    this.#status = status
    this.#options.onStatus?.(status)
  }
}
