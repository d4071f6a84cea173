import { appendFileSync } from 'node:fs'

/** Writes each mutant as it has been tried, one line each, so that a run that is stopped early keeps its results. */
class Lines {
  readonly #file = process.env['MUTATION_RESULTS'] ?? ''

  onMutationTestingPlanReady({ mutantPlans }: { mutantPlans: readonly { plan: string }[] }) {
    this.#write({ planned: mutantPlans.filter(({ plan }) => plan === 'Run').length })
  }

  onMutantTested(mutant: object) {
    this.#write({ mutant })
  }

  #write(line: object) {
    appendFileSync(this.#file, `${JSON.stringify(line)}\n`)
  }
}

export const strykerPlugins = [{ kind: 'Reporter', name: 'lines', injectableClass: Lines }]
