package align

type knobs struct {
	Rare, Number, Citation                                    float64
	Background, Local, MatterBackground, MatterLocal          float64
	Growth                                                    float64
	WWords, WMatter, WRuns                                    float64
	MinLike, MinCover                                         float64
	Support, Cross, Part, SectionGain, ParentGain, Title      float64
	Threshold, Unsure                                         float64
	Sharp                                                     float64
	FragLoose, FragNear, FragFar, FragBoth, FragMin, FragMass float64
}

var standard = knobs{
	Rare: 3, Number: 1.5, Citation: 3,
	Background: 1, Local: .5, MatterBackground: 2, MatterLocal: .5,
	Growth: .3,
	WWords: .4, WMatter: .35, WRuns: .25,
	MinLike: .1, MinCover: .2,
	Support: .15, Cross: .06, Part: .03, SectionGain: .05, ParentGain: .1, Title: .3,
	Threshold: .32, Unsure: .1,
	Sharp:     4,
	FragLoose: .5, FragNear: .36, FragFar: .5, FragBoth: .33, FragMin: 4, FragMass: 25,
}
