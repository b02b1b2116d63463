package wordmltest

import "strings"

// anything at the end of an order lets other elements follow.
const anything = "*"

// orders are the children that an element may have, in the order that the
// schemas of WordprocessingML (transitional) ask for.
var orders = map[string][]string{
	"w:pPr": list(`pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd
		tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd
		snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment
		textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange`),
	"w:rPr": list(`ins del moveFrom moveTo rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss
		imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd
		fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath rPrChange`),
	"w:sectPr": list(`headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType
		pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings sectPrChange`),
	"w:style": list(`name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked
		personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr`),
	"w:styles": list(`docDefaults latentStyles style`),
	"w:tblPr": list(`tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing
		tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription tblPrChange`),
	"w:tblBorders": list(`top left start bottom right end insideH insideV`),
	"w:tblCellMar": list(`top left start bottom right end`),
	"w:pBdr":       list(`top left bottom right between bar`),
	"w:tbl":        list(`bookmarkStart bookmarkEnd tblPr tblGrid tr`),
	"w:tr":         list(`tblPrEx trPr tc`),
	"w:tcPr":       list(`cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark`),
	"w:tc":         append(list(`tcPr`), anything),
	"w:p":          append(list(`pPr`), anything),
	"w:r":          append(list(`rPr`), anything),
	"w:pPrChange":  list(`pPr`),
	"w:comments":   list(`comment`),
	"w:footnotes":  list(`footnote`),
	"w:settings": append(list(`writeProtection view zoom removePersonalInformation removeDateAndTime embedTrueTypeFonts
		mirrorMargins alignBordersAndEdges gutterAtTop attachedTemplate revisionView trackRevisions doNotTrackMoves
		doNotTrackFormatting documentProtection defaultTabStop autoHyphenation evenAndOddHeaders characterSpacingControl
		footnotePr endnotePr compat docVars rsids themeFontLang clrSchemeMapping decimalSymbol listSeparator`), anything),
}

// list splits names and puts the customary prefix before each.
func list(names string) []string {
	words := strings.Fields(names)
	for i := range words {
		words[i] = "w:" + words[i]
	}
	return words
}
