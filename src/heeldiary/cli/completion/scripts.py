"""The shells' completion scripts: at Tab they ask heeldiary for candidates and read them as text, line by line.

No candidate is ever expanded: bash gets quoted words, zsh and fish quote what they insert. `command` ignores functions
and aliases of the same name.
"""

BASH = r"""# heeldiary's completion for bash. In ~/.bashrc: eval "$(heeldiary completion bash)"
_heeldiary() {
    local answer= kind= reply= IFS=' '
    COMPREPLY=()
    answer=$(command heeldiary completion --answer bash -- \
        "${COMP_LINE:0:COMP_POINT}" "${2-}" 2>/dev/null </dev/null) || answer=
    {
        IFS= read -r kind || :
        while IFS= read -r reply; do
            COMPREPLY[${#COMPREPLY[@]}]=$reply
        done
    } <<<"$answer"
    if [[ $kind == files ]]; then
        compopt -o default 2>/dev/null || :
    else
        compopt +o default 2>/dev/null || :
        compopt -o nosort 2>/dev/null || :
    fi
    return 0
}
complete -o default -F _heeldiary heeldiary
"""

ZSH = r"""#compdef heeldiary
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
    _describe -V heeldiary lines
}
if [[ "$ZSH_EVAL_CONTEXT" == *loadautofunc* ]]; then
    _heeldiary "$@"
elif [[ -n "${functions[compdef]-}" ]]; then
    compdef _heeldiary heeldiary
fi
"""

FISH = r"""# heeldiary's completion for fish. Save it as ~/.config/fish/completions/heeldiary.fish
function __heeldiary_answer
    set -l words (commandline -opc)
    set -g __heeldiary_line (commandline -cp)
    set -g __heeldiary_lines (command heeldiary completion --answer fish -- \
        $words[2..-1] (commandline -ct) 2>/dev/null </dev/null)
end
function __heeldiary_has_words
    __heeldiary_answer
    test "$__heeldiary_lines[1]" = words
end
function __heeldiary_has_files
    test "$__heeldiary_line" = (commandline -cp | string collect); or __heeldiary_answer
    test "$__heeldiary_lines[1]" = files
end
complete -c heeldiary -e
complete -c heeldiary -F -n __heeldiary_has_files
complete -c heeldiary -f -n __heeldiary_has_words -a '(string join \n -- $__heeldiary_lines[2..-1])'
"""

SCRIPTS = {"bash": BASH, "zsh": ZSH, "fish": FISH}
