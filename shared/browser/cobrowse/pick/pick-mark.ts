/** Attribute of what the customer points at while picking. The recorder does not look at it. */
export const pickMark = 'data-beside-pick';
