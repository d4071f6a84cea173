import { refusalOf } from '#lib/command/index.ts'
import { conversationCommands } from '#lib/conversation/commands.ts'
import { type SaveStatus, type Sent, SharedText } from '#lib/conversation/shared-text.ts'
import type { ConversationEvent, ConversationPage } from './queries.ts'

export type Part = ConversationPage['minutes']['part']

const WRITING_MS = 4_000
/** How long to wait until the stream returns what was just sent from here. */
const ECHO_MS = 3_000

const PARTS: readonly Part[] = ['TRAINEE_PREPARATION', 'MENTOR_PREPARATION', 'MINUTES', 'AGREEMENTS']
const partsOf = (page: ConversationPage) => [...page.preparations, page.minutes, page.agreements]
const isPreparation = (part: Part): boolean => part === 'TRAINEE_PREPARATION' || part === 'MENTOR_PREPARATION'

type Stored = Pick<ConversationPage['minutes'], 'state' | 'sequence'>
/** Of what is not to be read yet: what comes of it before the whole of it does is kept, and falls into place. */
const UNREAD: Stored = { state: '', sequence: 0 }

/** One text as the page shows it. */
export class PageText {
  status = $state.raw<SaveStatus>({ kind: 'saved', at: null })
  reading = $state('')
  /** The other person who wrote here in the last seconds. */
  writer = $state<string>()
  /** How many of its writes are on the screen. */
  read: number
  /** The highest number that something sent from here has been given. */
  sent = 0
  readonly shared: SharedText
  #writing: ReturnType<typeof setTimeout> | undefined

  constructor({ state, sequence }: Stored, send: (update: string) => Promise<Sent>) {
    this.read = sequence
    this.shared = new SharedText({ state, send, onStatus: (status) => (this.status = status) })
    this.reading = this.shared.text.toString()
    this.shared.text.observe(() => (this.reading = this.shared.text.toString()))
  }

  /** Takes in one write. What comes after one that did not come is kept, and is not read before that one is. */
  hear(update: string, sequence: number, writer: string | undefined): void {
    this.shared.receive(update)
    if (sequence === this.read + 1) this.read = sequence
    if (!writer) return
    this.writer = writer
    clearTimeout(this.#writing)
    this.#writing = setTimeout(() => (this.writer = undefined), WRITING_MS)
  }

  /** Takes in the whole of it. */
  hearAll({ state, sequence }: Stored): void {
    this.shared.receive(state)
    this.read = Math.max(this.read, sequence)
  }
}

/** The four texts of one conversation, for as long as its page is open. */
export class ConversationTexts {
  readonly #texts: Map<Part, PageText>
  readonly #id: string
  readonly #me: string | undefined

  constructor(page: ConversationPage, me: string | undefined) {
    this.#id = page.id
    this.#me = me
    const stored = new Map(partsOf(page).map((text) => [text.part, text]))
    this.#texts = new Map(
      PARTS.map((part) => [
        part,
        new PageText(stored.get(part) ?? UNREAD, (update) => this.#send(part, update)),
      ]),
    )
  }

  /** Whether the page has more of a text than is on the screen, as one that was not to be read when it was opened. */
  lacks(page: ConversationPage): boolean {
    return partsOf(page).some(({ part, sequence }) => this.of(part).read < sequence)
  }

  of(part: Part): PageText {
    const text = this.#texts.get(part)
    if (!text) throw new Error(`No text ${part}`)
    return text
  }

  get isUnsaved(): boolean {
    return [...this.#texts.values()].some(({ status }) => status.kind !== 'saved')
  }

  /** The other person who writes now, in any of them. */
  get writer(): string | undefined {
    return [...this.#texts.values()].find(({ writer }) => writer)?.writer
  }

  /** Whether something was written from here. */
  get hasSent(): boolean {
    return [...this.#texts.values()].some(({ sent }) => sent > 0)
  }

  hear({ written, by }: ConversationEvent): void {
    if (!written) return
    this.of(written.part).hear(
      written.update,
      written.sequence,
      by.id === this.#me ? undefined : by.displayName,
    )
  }

  /** The page was read anew: the stream could not go on, or more is to be read than before. */
  hearAll(page: ConversationPage): void {
    for (const text of partsOf(page)) this.of(text.part).hearAll(text)
  }

  /** Sends what is unsaved. @returns whether all is saved */
  async flush(): Promise<boolean> {
    await Promise.all([...this.#texts.values()].map(({ shared }) => shared.flush()))
    return !this.isUnsaved
  }

  /** Saves all, and follows the stream past it. @returns how much of the page's texts has been read, or undefined */
  async settle(page: ConversationPage): Promise<number | undefined> {
    if (!(await this.flush())) return undefined
    const texts = partsOf(page).map(({ part }) => this.of(part))
    const end = Date.now() + ECHO_MS
    const isEchoing = () => texts.some(({ read, sent }) => read < sent)
    while (isEchoing() && Date.now() < end) await new Promise((done) => setTimeout(done, 50))
    return texts.reduce((sum, { read }) => sum + read, 0)
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
      const text = this.of(part)
      text.sent = Math.max(text.sent, outcome.text.sequence)
      return { kind: 'saved' }
    }
    const code = refusalOf(outcome)?.code ?? 'UNREACHABLE'
    return code === 'UNREACHABLE' ? { kind: 'unreachable' } : { kind: 'refused', code }
  }
}
