import { graph } from '#lib/graph/index.ts'
import { afterPause } from '#lib/ui/index.ts'
import { type HitGroup, hitsOf, LEAST_LETTERS } from './hits.ts'
import { type Reach, SearchQuery } from './queries.ts'

/** A search while it is typed: queries after a pause, and shows the result of the newest query only. */
export class Search {
  text = $state('')
  groups = $state.raw<readonly HitGroup[]>([])
  /** Something could not be searched; what is shown may be a part. */
  failed = $state(false)
  #answered = $state('')
  #reach: () => Reach
  #typing = afterPause((question: string) => void this.#ask(question))

  constructor(reach: () => Reach) {
    this.#reach = reach
  }

  /** The answer to what is written has not come yet. */
  get waits(): boolean {
    return this.#answered !== this.#question
  }

  write(text: string): void {
    this.text = text
    this.#typing.forget()
    if (this.#question) this.#typing.soon(this.#question)
    else this.#show('', [], false)
  }

  get #question(): string {
    const text = this.text.trim()
    return text.length < LEAST_LETTERS ? '' : text
  }

  async #ask(text: string): Promise<void> {
    const answer = await graph()
      .query(SearchQuery, { text, ...this.#reach() }, { requestPolicy: 'network-only' })
      .toPromise()
    if (text === this.#question) this.#show(text, hitsOf(answer.data), answer.error !== undefined)
  }

  #show(text: string, groups: readonly HitGroup[], failed: boolean): void {
    this.#answered = text
    this.groups = groups
    this.failed = failed
  }
}
