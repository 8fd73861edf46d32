const shape = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Is this text an id at all? PostgreSQL raises an error on any other text, and « unknown » must answer like « foreign ». */
export const isUuid = (text: string): boolean => shape.test(text);
