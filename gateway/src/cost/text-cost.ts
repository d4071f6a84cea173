/**
 * What a text costs that the gateway has not kept, beside what it asks for: to be read, validated and planned, on the
 * gateway's one thread. Refused ones too, which are never kept.
 */
export const textCost = (text: string): number => 250 + text.length / 2
