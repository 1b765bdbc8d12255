/** PRODID of the cards that Agenda writes: their texts are exact, white space at the ends included. */
export const ourCard = "-//Agenda//vCard 1//EN";
