import { badInput } from './bad-input.ts'

const SIZES = ['first', 'last'] as const
const FORWARD = ['first', 'after'] as const
const BACKWARD = ['last', 'before'] as const

type Arguments = Readonly<Record<string, unknown>>

const isGiven = (args: Arguments) => (name: string) => args[name] !== undefined && args[name] !== null

/**
 * What holds of every connection: no page of less than nothing, and a page goes one way, `first` rows after something or
 * `last` rows before it. More than the list gives at once is no fault: it gives what it gives, and says that there is
 * more.
 */
export function checkPaging(args: Arguments): void {
  for (const name of SIZES) {
    const size = args[name]
    if (typeof size === 'number' && size < 0) throw badInput(name, 'is less than 0')
  }
  const [forward] = FORWARD.filter(isGiven(args))
  const [backward] = BACKWARD.filter(isGiven(args))
  if (forward && backward) throw badInput(backward, `does not go with \`${forward}\`: a page goes one way`)
}
