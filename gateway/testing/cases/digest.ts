import type { Case } from './case.ts'

export interface Body {
  readonly data?: unknown
  readonly errors?: readonly {
    readonly path?: readonly unknown[]
    readonly extensions: { readonly code: string }
  }[]
  readonly extensions?: { readonly valueCompletion?: readonly { readonly path: readonly unknown[] }[] }
}

const placeOf = (path: readonly unknown[] = []) => path.join('.')

/** What an answer comes to: its data in order, and all that it says beside them. */
export const digest = ({ data, errors = [], extensions }: Body) => ({
  data: JSON.stringify(data),
  errors: errors.map(({ path, extensions: { code } }) => `${placeOf(path)} ${code}`).sort(),
  unexplained: (extensions?.valueCompletion ?? []).map(({ path }) => placeOf(path)),
})

/** The same of the right answer. */
export const right = ({ data, errors = [], unexplained = [] }: Case) => ({
  data: JSON.stringify(data),
  errors: errors.map(([path, code]) => `${path} ${code}`).sort(),
  unexplained,
})

export const titleOf = ({ title, query, variables }: Case) =>
  title ?? `${query} ${variables ? JSON.stringify(variables) : ''}`
