/** The first letter large, the rest as it is: “put right” begins a line as “Put right”. */
export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
