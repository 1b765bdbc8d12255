type Explanations = readonly (readonly [title: string, words: string])[];

const en: Explanations = [
  [
    "Up, of the time watched",
    "The time the program was there, divided by the time in which checks followed one another. Time nobody watched counts neither for nor against it.",
  ],
  [
    "Watched",
    "The share of the whole time in which checks followed one another. The rest (machine off, asleep, nobody logged on, before the first check) is not known; paused time stands apart.",
  ],
  [
    "Certain bounds",
    "The worst and the best that can be true. The lower bound takes all unwatched and paused time, and every doubtful second, as away; the upper one takes all of it as up.",
  ],
  [
    "Outages",
    "The program was not there, hung, or had been replaced by another process. A check sees that it is gone, not when it went: the start lies between two instants, narrowed by heartbeats, closing receipts and crash records. The best estimate is the middle; without any evidence it also takes into account how soon users start the program again.",
  ],
  [
    "Failures",
    "Outages that began in this time. The first start after a boot or a logon is away time, but not a failure.",
  ],
  [
    "Mean time between failures",
    "Running time divided by failures. Without a failure it is longer than a third of the running time, with 95 % confidence.",
  ],
  [
    "Time to restore",
    "From the estimated start of a failure to the creation of the process that stayed. Half of them were shorter than the middle value, 95 % shorter than the next.",
  ],
  [
    "Worst windows",
    "For every length, the stretch that was worst; time nobody watched is not held against it. If one long outage is behind it, long windows recover fast; if it flaps, even long windows stay low.",
  ],
];

const es: Explanations = [
  [
    "En marcha, del tiempo vigilado",
    "El tiempo que el programa estuvo en marcha, dividido por el tiempo en que hubo revisiones seguidas. El tiempo que nadie vigiló no cuenta ni a favor ni en contra.",
  ],
  [
    "Vigilado",
    "La parte de todo el tiempo en que hubo revisiones seguidas. El resto (equipo apagado, suspendido, sin sesión, antes de la primera revisión) no se conoce; el tiempo en pausa va aparte.",
  ],
  [
    "Límites seguros",
    "Lo peor y lo mejor que puede ser cierto. El límite inferior cuenta como caído todo el tiempo sin vigilar y en pausa, y cada segundo dudoso; el superior lo cuenta todo como en marcha.",
  ],
  [
    "Caídas",
    "El programa no estaba, se había colgado o lo había reemplazado otro proceso. Una revisión ve que ya no está, no cuándo se fue: el comienzo está entre dos instantes, que los latidos, los avisos de cierre y los registros de errores permiten acercar. La mejor estimación es el punto medio; sin ningún indicio, tiene en cuenta también lo pronto que los usuarios vuelven a abrir el programa.",
  ],
  [
    "Fallos",
    "Caídas que empezaron en este tiempo. El primer arranque tras encender o iniciar sesión cuenta como tiempo caído, pero no como fallo.",
  ],
  [
    "Tiempo medio entre fallos",
    "Tiempo de marcha dividido por fallos. Sin ningún fallo es mayor que un tercio del tiempo de marcha, con un 95 % de confianza.",
  ],
  [
    "Tiempo de recuperación",
    "Desde el comienzo estimado de un fallo hasta la creación del proceso que se quedó. La mitad fueron más cortos que el valor central; el 95 %, más cortos que el siguiente.",
  ],
  [
    "Peores tramos",
    "Para cada duración, el peor tramo; lo que nadie vigiló no cuenta en contra. Si detrás hay una sola caída larga, los tramos largos se recuperan pronto; si cae una y otra vez, siguen bajos.",
  ],
];

/** Every figure of the html report in plain words. */
export const explanations = { en, es } as const;
