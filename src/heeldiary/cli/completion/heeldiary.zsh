#compdef heeldiary
# heeldiary's completion for zsh. Save it as _heeldiary in a folder of your fpath, or source it behind compinit.
_heeldiary() {
    local typed="${(Q)PREFIX}" MATCH MBEGIN MEND
    local -a lines
    lines=("${(@f)$(command heeldiary completion --answer zsh -- \
        "${(@Q)words[2,CURRENT-1]}" "$typed" 2>/dev/null </dev/null)}")
    [[ $typed == --*=* ]] && compset -P 1 '*='
    if [[ $lines[1] == files ]]; then
        _files
        return
    fi
    shift lines
    (( $#lines )) || return 1
    # Grouped by their descriptions, the candidates would be sorted.
    zstyle ':completion:*:*:heeldiary:*' list-grouped false
    _describe -V heeldiary lines
}
if [[ "$ZSH_EVAL_CONTEXT" == *loadautofunc* ]]; then
    _heeldiary "$@"
elif [[ -n "${functions[compdef]-}" ]]; then
    compdef _heeldiary heeldiary
fi
