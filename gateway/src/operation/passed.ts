import { print, type DocumentNode } from 'graphql'
import type { LRUCache } from 'lru-cache'
import { textCache } from '../document/text-cache.ts'

/**
 * Weight of document texts whose parsed form is kept: some hundreds of pages' worth, two thousand at most. As much again
 * for what is registered, of which everybody may send as many layouts as they like.
 */
const CAPACITY = 4_000_000

/** How much longer than it is printed a layout may be to be no new text: blanks and comments are read too. */
const LOOSE = 2

export interface PassedDocument {
  readonly document: DocumentNode
  readonly isRegistered: boolean
}

/** What has passed: each text, and of what is registered each spelling, so that a layout is no new document. */
export class Passed {
  readonly #texts: LRUCache<string, PassedDocument>
  readonly #layouts: LRUCache<string, PassedDocument>
  readonly #registered = new Map<string, PassedDocument>()
  readonly #spelling: (document: DocumentNode) => string | undefined

  constructor(spelling: (document: DocumentNode) => string | undefined, capacity = CAPACITY) {
    this.#texts = textCache(capacity)
    this.#layouts = textCache(capacity)
    this.#spelling = spelling
  }

  get(text: string): PassedDocument | undefined {
    return this.#texts.get(text) ?? this.#layouts.get(text)
  }

  /**
   * Of a new text: whether a client has registered it, in about that length, and the document that has passed in its
   * place. One that is longer is not kept.
   */
  find(text: string, document: DocumentNode | undefined) {
    const spelling = document && this.#spelling(document)
    const found = spelling === undefined ? undefined : this.#registered.get(spelling)
    const isRegistered =
      document !== undefined && spelling !== undefined && text.length <= LOOSE * print(document).length
    if (found && isRegistered) this.#layouts.set(text, found)
    return { isRegistered, found: found?.document }
  }

  add(text: string, document: DocumentNode): void {
    const spelling = this.#spelling(document)
    const passed = { document, isRegistered: spelling !== undefined }
    if (spelling === undefined) return void this.#texts.set(text, passed)
    this.#registered.set(spelling, passed)
    this.#layouts.set(text, passed)
  }
}
