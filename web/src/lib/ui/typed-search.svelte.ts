import { afterPause } from './after-pause.svelte.ts'

/** What a search found; `failed` when it could not be searched, or only a part of it. */
export interface Found<Hit> {
  readonly hits: readonly Hit[]
  readonly failed: boolean
}

type Options<Hit> = {
  /** Shorter texts are not searched for. */
  least?: number
  /** Called when something else is found, or nothing is searched for any more. */
  onfound?: (hits: readonly Hit[]) => void
}

/**
 * A search while it is typed: asked after a pause, and answered by the newest question alone, however late the answer to
 * a former one comes. Make it while the component initialises.
 */
export class TypedSearch<Hit> {
  text = $state('')
  #answer = $state.raw<Found<Hit> & { readonly of: string }>()
  #ask: (question: string) => Promise<Found<Hit>>
  #least: number
  #onfound: (hits: readonly Hit[]) => void
  #typing = afterPause((question: string) => void this.#find(question))

  constructor(
    ask: (question: string) => Promise<Found<Hit>>,
    { least = 1, onfound = () => undefined }: Options<Hit> = {},
  ) {
    this.#ask = ask
    this.#least = least
    this.#onfound = onfound
  }

  get hits(): readonly Hit[] {
    return this.#answer?.hits ?? []
  }

  get failed(): boolean {
    return this.#answer?.failed ?? false
  }

  /** What the hits were found by; undefined while nothing was searched for. */
  get answered(): string | undefined {
    return this.#answer?.of
  }

  /** The answer to what is written has not come yet. */
  get waits(): boolean {
    return this.#question !== this.answered
  }

  write(text: string): void {
    this.text = text
    this.#typing.forget()
    const question = this.#question
    if (question === undefined) this.#show(undefined)
    else this.#typing.soon(question)
  }

  get #question(): string | undefined {
    const text = this.text.trim()
    return text.length < this.#least ? undefined : text
  }

  async #find(question: string): Promise<void> {
    const found = await this.#ask(question)
    if (question === this.#question) this.#show({ ...found, of: question })
  }

  #show(answer: (Found<Hit> & { readonly of: string }) | undefined): void {
    this.#answer = answer
    this.#onfound(this.hits)
  }
}
