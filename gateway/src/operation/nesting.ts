import { MOST_NESTED, nestsTooDeeply } from '@kompetanse/schema/nesting'
import { refuseDocument, type Refusal } from '../errors/refusal.ts'

/** Refuses a document in which brackets, of values too, nest deeper than a parser's stack should have to go. */
export const tooNested = (text: string): Refusal | null =>
  nestsTooDeeply(text)
    ? refuseDocument('DOCUMENT_TOO_DEEP', [{ message: `Brackets nest deeper than ${MOST_NESTED}.` }])
    : null
