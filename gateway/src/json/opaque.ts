/** What is among values of JSON and is none of its objects, though the program holds it as one. */
export abstract class Opaque {}
