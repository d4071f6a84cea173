import type { Finding, FuzzReport } from './run.ts'

function describeFinding({ who, seed, document, variables, difference, subgraphs }: Finding): string {
  const { kind, expected, actual } = difference
  return [
    `${who} is wrong in its ${kind}, seed ${seed}`,
    document,
    `variables ${JSON.stringify(variables)}`,
    `truth  ${expected}`,
    `answer ${actual}`,
    subgraphs,
  ].join('\n')
}

/** Findings as text to see them again by; empty when every answer was the truth or a known fault of Apollo's. */
export const describeFindings = ({ findings }: FuzzReport): string =>
  findings.map(describeFinding).join('\n\n')
