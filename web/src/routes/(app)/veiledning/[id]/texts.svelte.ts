import { conversationCommands } from '#lib/conversation/commands.ts'
import { type SaveStatus, type Sent, SharedText } from '#lib/conversation/shared-text.ts'
import type { ConversationEvent, ConversationPage } from './queries.ts'

export type Part = ConversationPage['minutes']['part']

const WRITING_MS = 4_000
/** How long to wait for the stream to tell of what was just sent from here. */
const ECHO_MS = 3_000

const PARTS: readonly Part[] = ['TRAINEE_PREPARATION', 'MENTOR_PREPARATION', 'MINUTES', 'AGREEMENTS']
const partsOf = (page: ConversationPage) => [...page.preparations, page.minutes, page.agreements]
const isPreparation = (part: Part): boolean => part === 'TRAINEE_PREPARATION' || part === 'MENTOR_PREPARATION'

/** One text as the page shows it. */
export class PageText {
  status = $state.raw<SaveStatus>({ kind: 'saved', at: null })
  reading = $state('')
  /** Who else wrote here in the last seconds. */
  writer = $state<string>()
  readonly shared: SharedText
  #writing: ReturnType<typeof setTimeout> | undefined

  constructor(state: string, send: (update: string) => Promise<Sent>) {
    this.shared = new SharedText({ state, send, onStatus: (status) => (this.status = status) })
    this.reading = this.shared.text.toString()
    this.shared.text.observe(() => (this.reading = this.shared.text.toString()))
  }

  hear(update: string, writer: string | undefined): void {
    this.shared.receive(update)
    if (!writer) return
    this.writer = writer
    clearTimeout(this.#writing)
    this.#writing = setTimeout(() => (this.writer = undefined), WRITING_MS)
  }
}

/** The four texts of one conversation, for as long as its page is open. */
export class ConversationTexts {
  /** How far the stream has been followed: what is on the screen when the mentor finalises. */
  readTo = $state(0)
  /** The highest number that something sent from here has been given. */
  #sentTo = 0
  #texts: Map<Part, PageText>
  /** Those of which the whole has been read. */
  #open = new Set<Part>()
  readonly #id: string
  readonly #me: string | undefined

  constructor(page: ConversationPage, me: string | undefined) {
    this.#id = page.id
    this.#me = me
    this.readTo = page.textSequence
    const states = new Map(partsOf(page).map(({ part, state }) => [part, state]))
    this.#open = new Set(states.keys())
    // Also of what is not to be read yet: what comes of it before the whole of it does is kept, and falls into place.
    this.#texts = new Map(
      PARTS.map((part) => [part, new PageText(states.get(part) ?? '', (update) => this.#send(part, update))]),
    )
  }

  /** Whether the page has a text that was not to be read when it was opened. */
  lacks(page: ConversationPage): boolean {
    return partsOf(page).some(({ part }) => !this.#open.has(part))
  }

  of(part: Part): PageText {
    const text = this.#texts.get(part)
    if (!text) throw new Error(`No text ${part}`)
    return text
  }

  get isUnsaved(): boolean {
    return [...this.#texts.values()].some(({ status }) => status.kind !== 'saved')
  }

  /** Who else writes now, in any of them. */
  get writer(): string | undefined {
    return [...this.#texts.values()].find(({ writer }) => writer)?.writer
  }

  /** Whether something was written from here. */
  get hasSent(): boolean {
    return this.#sentTo > 0
  }

  hear({ part, update, textSequence, by }: ConversationEvent): void {
    if (part && update) this.of(part).hear(update, by.id === this.#me ? undefined : by.displayName)
    if (textSequence) this.readTo = textSequence
  }

  /** The page was read anew: the stream could not go on, or more is to be read than before. */
  hearAll(page: ConversationPage): void {
    for (const { part, state } of partsOf(page)) {
      this.#open.add(part)
      this.of(part).hear(state, undefined)
    }
    this.readTo = Math.max(this.readTo, page.textSequence)
  }

  /** Sends what is unsaved. @returns whether all is saved */
  async flush(): Promise<boolean> {
    await Promise.all([...this.#texts.values()].map(({ shared }) => shared.flush()))
    return !this.isUnsaved
  }

  /** Saves all, and follows the stream past it. @returns how far the person has read, or undefined */
  async settle(): Promise<number | undefined> {
    if (!(await this.flush())) return undefined
    const end = Date.now() + ECHO_MS
    while (this.readTo < this.#sentTo && Date.now() < end) await new Promise((done) => setTimeout(done, 50))
    return this.readTo
  }

  close(): void {
    void this.flush().finally(() => this.#texts.forEach(({ shared }) => shared.close()))
  }

  async #send(part: Part, update: string): Promise<Sent> {
    const outcome = await conversationCommands.write({
      conversationId: this.#id,
      part: isPreparation(part) ? 'PREPARATION' : (part as 'MINUTES' | 'AGREEMENTS'),
      update,
    })
    if (outcome.__typename === 'WriteConversationTextSuccess') {
      this.#sentTo = Math.max(this.#sentTo, outcome.text.sequence)
      return { kind: 'saved' }
    }
    if (outcome.__typename === 'Unreachable') return { kind: 'unreachable' }
    return { kind: 'refused', code: 'code' in outcome ? outcome.code : 'NOT_FOUND' }
  }
}
