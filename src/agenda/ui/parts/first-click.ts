/**
 * Whether a click is no second half of a double click: that one was meant for what the first has taken away. A key
 * that presses a button counts as none.
 */
export const isFirst = ({ detail }: MouseEvent) => detail < 2;
