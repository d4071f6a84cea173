const [QUOTE, BACKSLASH, HASH, NEW_LINE, RETURN] = [...'"\\#\n\r'].map((sign) => sign.charCodeAt(0))

/** What a bracket does to the depth, by its code; every other sign does nothing. */
const STEP = new Int8Array(128)
for (const open of '[{(') STEP[open.charCodeAt(0)] = 1
for (const close of ']})') STEP[close.charCodeAt(0)] = -1

const BLOCK = '"""'

/** The deepest nesting of brackets of any kind that is accepted, in a document or in JSON. */
export const MOST_NESTED = 100

/**
 * Whether a quote is escaped: in a block string by any backslash, in other strings by one that is not escaped itself.
 */
function isEscaped(text: string, at: number, quotes: string): boolean {
  let backslashes = 0
  while (text.charCodeAt(at - 1 - backslashes) === BACKSLASH) backslashes++
  return quotes === BLOCK ? backslashes > 0 : backslashes % 2 === 1
}

/** The index of the last character of the string that begins at a quote. */
function endOfText(text: string, start: number): number {
  const quotes = text.startsWith(BLOCK, start) ? BLOCK : '"'
  for (let from = start + quotes.length; ; from += quotes.length) {
    from = text.indexOf(quotes, from)
    if (from < 0) return text.length
    if (!isEscaped(text, from, quotes)) return from + quotes.length - 1
  }
}

function endOfLine(text: string, start: number): number {
  let end = start
  while (end < text.length && text.charCodeAt(end) !== NEW_LINE && text.charCodeAt(end) !== RETURN) end++
  return end
}

/**
 * Whether brackets nest deeper than any reasonable text. Checked before a text is parsed, since parsing, validation and
 * coercion recurse as deep as it nests, and the stack is finite. Works on GraphQL documents and on JSON alike; brackets
 * within strings and comments do not count.
 */
export function nestsTooDeeply(text: string): boolean {
  let depth = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === QUOTE) at = endOfText(text, at)
    else if (code === HASH) at = endOfLine(text, at)
    else if ((depth += STEP[code] ?? 0) > MOST_NESTED) return true
  }
  return false
}
